package dev.perigee.lua.analysis;

import dev.perigee.lua.commands.Command;
import dev.perigee.lua.commands.CommandLine;
import dev.perigee.lua.commands.CommandTable;
import dev.perigee.lua.commands.LuaReply;
import dev.perigee.lua.facts.Argument;
import dev.perigee.lua.facts.CommandUse;
import dev.perigee.lua.syntax.Span;
import dev.perigee.lua.value.Atom;
import dev.perigee.lua.value.Source;
import dev.perigee.lua.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What Lua gets from a command. */
final class Replies {

    private Replies() {}

    static Value of(CommandUse use) {
        Value reply = use.resp3() || use.name() == null ? Value.ANY : known(use, use.name());
        return use.isProtected()
                ? reply.or(Value.of(new Atom.Failure(
                        Value.of(new Atom.Text(List.of(new Source.Other()))),
                        new Source.Reply(use.name() == null ? "" : use.name(), use.span(), 0, false))))
                : reply;
    }

    private static Value known(CommandUse use, String name) {
        Optional<Command> command = CommandTable.find(name);
        if (command.isEmpty()) {
            return Value.ANY;
        }
        List<@Nullable String> words = new ArrayList<>(use.arguments().size());
        for (Argument argument : use.arguments()) {
            words.add(word(argument.value()));
        }
        CommandLine line = new CommandLine(words, use.open());
        String full = command.get().name();
        if (!command.get().subcommands().isEmpty() && words.size() > 1 && words.get(1) != null) {
            full += " " + words.get(1).toUpperCase(java.util.Locale.ROOT);
        }
        return value(command.get().replies(line), new Source.Reply(full, use.span(), 0, false));
    }

    /** The text that a value is sent as, if it is known. */
    static @Nullable String word(Value value) {
        Double constant = value.constant();
        return constant == null ? value.literal() : Numbers.sent(constant);
    }

    private static Value value(List<LuaReply> forms, Source.Reply source) {
        Value value = null;
        for (int i = 0; i < forms.size(); i++) {
            Value one = value(forms.get(i), source);
            value = value == null ? one : value.or(one);
        }
        return value == null ? Value.ANY : value;
    }

    private static Value value(LuaReply form, Source.Reply source) {
        if (form instanceof LuaReply.Whole) {
            return Value.of(Atom.Numeric.from(source, Atom.Numeric.Kind.WHOLE));
        } else if (form instanceof LuaReply.Bulk bulk) {
            return Value.of(new Atom.Text(
                    List.of(new Source.Reply(source.command(), source.call(), source.element(), bulk.fractional()))));
        } else if (form instanceof LuaReply.Status status) {
            return Value.of(new Atom.Status(status.text(), source));
        } else if (form instanceof LuaReply.Nil) {
            return Value.of(new Atom.Bool(false, source));
        } else if (form instanceof LuaReply.Array array) {
            return Value.of(array(array, source));
        }
        return Value.of(new Atom.Unknown(source));
    }

    private static Atom.Table array(LuaReply.Array array, Source.Reply source) {
        Span call = source.call();
        Map<Object, Value> fields = new HashMap<>();
        for (int i = 0; i < array.first().size(); i++) {
            fields.put(i + 1, value(array.first().get(i), new Source.Reply(source.command(), call, i + 1, false)));
        }
        Value rest =
                array.rest().isEmpty() ? null : value(array.rest(), new Source.Reply(source.command(), call, 0, false));
        return new Atom.Table(fields, rest, null, source);
    }
}
