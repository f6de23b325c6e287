package dev.perigee.lua.analysis;

import dev.perigee.lua.value.Atom;
import dev.perigee.lua.value.Source;
import dev.perigee.lua.value.Value;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes values for tests: {@code 'a'+ARGV1 | false(GET)}, {@code {1: 1, rest: any}}, {@code fraction(ARGV1*0.5)}. */
final class Notation {

    private Notation() {}

    static String of(Value value) {
        return value.atoms().stream().map(Notation::of).sorted().collect(Collectors.joining(" | "));
    }

    private static String of(Atom atom) {
        if (atom instanceof Atom.Unknown unknown) {
            return unknown.source() == null ? "any" : "any(" + of(unknown.source()) + ")";
        } else if (atom instanceof Atom.Nil nil) {
            return nil.source() == null ? "nil" : "nil?";
        } else if (atom instanceof Atom.Bool bool) {
            return bool.value() + (bool.reply() == null ? "" : "(" + of(bool.reply()) + ")");
        } else if (atom instanceof Atom.Numeric number) {
            return number(number);
        } else if (atom instanceof Atom.Text text) {
            return text.pieces().isEmpty()
                    ? "''"
                    : text.pieces().stream().map(Notation::of).collect(Collectors.joining("+"));
        } else if (atom instanceof Atom.Inputs inputs) {
            return inputs.array().name();
        } else if (atom instanceof Atom.Table table) {
            return table(table);
        } else if (atom instanceof Atom.Status status) {
            return "+" + (status.text() == null ? "?" : status.text());
        } else if (atom instanceof Atom.Failure failure) {
            return "-" + of(failure.message());
        } else if (atom instanceof Atom.Library library) {
            return library.name();
        }
        return atom instanceof Atom.Builtin builtin ? builtin.name() + "()" : "function";
    }

    private static String number(Atom.Numeric number) {
        Double constant = number.constant();
        if (constant != null) {
            return constant == Math.rint(constant) ? Long.toString(constant.longValue()) : constant.toString();
        }
        String kind = switch (number.kind()) {
            case WHOLE -> "whole";
            case FRACTIONAL -> "fraction";
            case QUOTIENT -> "quotient";
            case ANY -> "number";
        };
        String source = number.source() == null ? "" : of(number.source());
        String factor = number.factor() == 1 ? "" : "*" + number.factor();
        String inner = source + factor + (number.shifted() ? "+" : "");
        return inner.isEmpty() ? kind : kind + "(" + inner + ")";
    }

    private static String table(Atom.Table table) {
        Map<String, String> fields = new TreeMap<>();
        table.fields().forEach((key, value) -> fields.put(key.toString(), of(value)));
        if (table.rest() != null) {
            fields.put("rest", of(table.rest()));
        }
        return fields.toString();
    }

    private static String of(@Nullable Source source) {
        if (source instanceof Source.Literal literal) {
            return "'" + literal.text() + "'";
        } else if (source instanceof Source.Key key) {
            return "KEYS" + key.index();
        } else if (source instanceof Source.Argument argument) {
            return "ARGV" + argument.index();
        } else if (source instanceof Source.Reply reply) {
            return reply.command() + (reply.element() == 0 ? "" : "." + reply.element());
        } else if (source instanceof Source.Written written) {
            return number(written.number());
        } else if (source instanceof Source.Extract extract) {
            return extract.of() == null ? "part" : "part of " + of(extract.of());
        }
        return source instanceof Source.Random ? "random" : "text";
    }
}
