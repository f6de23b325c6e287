package dev.perigee.processor.mutation;

import dev.perigee.lua.analysis.ScriptAnalysis;
import dev.perigee.lua.commands.Command;
import dev.perigee.lua.commands.CommandTable;
import dev.perigee.lua.facts.Argument;
import dev.perigee.lua.facts.CommandUse;
import dev.perigee.lua.facts.Comparison;
import dev.perigee.lua.facts.Condition;
import dev.perigee.lua.facts.GlobalUse;
import dev.perigee.lua.facts.IndexUse;
import dev.perigee.lua.facts.LibraryUse;
import dev.perigee.lua.facts.NamedInput;
import dev.perigee.lua.facts.Return;
import dev.perigee.lua.facts.ScriptFacts;
import dev.perigee.lua.syntax.LuaParser;
import dev.perigee.lua.syntax.SourceText;
import dev.perigee.lua.syntax.Span;
import dev.perigee.lua.value.Atom;
import dev.perigee.lua.value.Atom.Inputs.Array;
import dev.perigee.lua.value.Source;
import dev.perigee.lua.value.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts faults into a script. */
final class LuaFaults {

    private static final Set<String> ANSWERS = Set.of(
            "EXISTS", "HEXISTS", "SISMEMBER", "SADD", "SREM", "DEL", "HDEL", "HSETNX", "SETNX", "EXPIRE", "PEXPIRE");

    private static final Set<String> OPTIONS = Set.of("NX", "XX", "EX", "PX", "GET", "KEEPTTL", "WITHSCORES", "LIMIT");
    private static final Set<String> WITH_OPTIONS =
            Set.of("SET", "ZRANGEBYSCORE", "ZREVRANGEBYSCORE", "ZRANGE", "ZREVRANGE", "GETEX");

    private final Subject subject;
    private final String file;
    private final String text;
    private final SourceText source;
    private final ScriptFacts facts;
    private final String method;
    private final List<Mutant> mutants = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();

    private LuaFaults(Subject subject, String file) {
        this.subject = subject;
        this.file = file;
        this.text = Objects.requireNonNull(subject.scripts().get(file));
        this.source = new SourceText(file, text);
        this.facts = ScriptAnalysis.analyse(LuaParser.parse(text).chunk());
        this.method = subject.method(file);
    }

    static List<Mutant> of(Subject subject, String file) {
        LuaFaults faults = new LuaFaults(subject, file);
        faults.indexes();
        faults.commands();
        faults.globals();
        faults.values();
        faults.returns();
        faults.keys();
        faults.inserted();
        faults.keywords();
        return faults.mutants;
    }

    private void add(Fault fault, Span span, String after) {
        String changed = text.substring(0, span.start()) + after + text.substring(span.end());
        if (!changed.equals(text) && seen.add(fault + changed)) {
            mutants.add(new Mutant(fault, file, source.line(span.start()), source.text(span), after, changed));
        }
    }

    private void indexes() {
        for (IndexUse use : facts.keys().constantIndexes()) {
            // Both a list of keys and a computed index leave the number of keys open.
            if (!method.contains("List<")) {
                add(Fault.KEYS_INDEX_TOO_HIGH, use.span(), "KEYS[9]");
            }
            add(Fault.INDEX_ZERO, use.span(), "KEYS[0]");
            add(Fault.ARRAY_MISSPELT, use.span(), source.text(use.span()).replace("KEYS", "KEY"));
        }
        for (IndexUse use : facts.argv().constantIndexes()) {
            add(Fault.ARGV_INDEX_TOO_HIGH, use.span(), "ARGV[12]");
            add(Fault.ARRAY_MISSPELT, use.span(), source.text(use.span()).replace("ARGV", "AGRV"));
        }
        List<NamedInput> names = facts.names().stream()
                .filter(name -> name.array() == Array.ARGV && method.matches("(?s).*\\b" + name.name() + "\\b.*"))
                .toList();
        for (NamedInput one : names) {
            for (NamedInput other : names) {
                if (one.index() < other.index()) {
                    String swapped = text.replaceAll("ARGV\\[" + one.index() + "\\]", "ARGV[#]")
                            .replaceAll("ARGV\\[" + other.index() + "\\]", "ARGV[" + one.index() + "]")
                            .replace("ARGV[#]", "ARGV[" + other.index() + "]");
                    mutants.add(new Mutant(
                            Fault.ARGUMENTS_EXCHANGED_IN_LUA,
                            file,
                            source.line(one.span().start()),
                            one.name() + ", " + other.name(),
                            other.name() + ", " + one.name(),
                            swapped));
                }
            }
        }
    }

    private void commands() {
        for (CommandUse use : facts.commands()) {
            Command command =
                    use.name() == null ? null : CommandTable.find(use.name()).orElse(null);
            String name = source.text(use.nameSpan());
            if (command == null || use.open() || !(name.startsWith("'") || name.startsWith("\""))) {
                continue;
            }
            String lost = name.substring(0, 2) + name.substring(3);
            if (name.length() > 5
                    && CommandTable.find(lost.substring(1, lost.length() - 1)).isEmpty()) {
                add(Fault.COMMAND_LETTER_LOST, use.nameSpan(), lost);
            }
            String exchanged = name.charAt(0) + "" + name.charAt(2) + name.charAt(1) + name.substring(3);
            if (CommandTable.find(exchanged.substring(1, exchanged.length() - 1))
                    .isEmpty()) {
                add(Fault.COMMAND_LETTERS_EXCHANGED, use.nameSpan(), exchanged);
            }
            List<Argument> arguments = use.arguments();
            Span last = arguments.get(arguments.size() - 1).span();
            if (command.subcommands().isEmpty() && command.arity() == arguments.size() && arguments.size() > 1) {
                Span before = arguments.get(arguments.size() - 2).span();
                add(Fault.ARGUMENT_LOST, new Span(before.end(), last.end()), "");
                add(Fault.ARGUMENT_TOO_MANY, new Span(last.end(), last.end()), ", 'more'");
            }
            options(use, command);
        }
    }

    private void options(CommandUse use, Command command) {
        if (!WITH_OPTIONS.contains(command.name())) {
            return;
        }
        List<Argument> arguments = use.arguments();
        for (int i = 3; i < arguments.size(); i++) {
            String word = arguments.get(i).value().literal();
            if (word == null || !OPTIONS.contains(word.toUpperCase(java.util.Locale.ROOT))) {
                continue;
            }
            Span span = arguments.get(i).span();
            add(Fault.OPTION_MISSPELT, span, "'" + word.charAt(0) + word + "'");
            boolean timed = word.equalsIgnoreCase("PX") || word.equalsIgnoreCase("EX");
            if (timed && i == arguments.size() - 2) {
                add(
                        Fault.OPERAND_LOST,
                        new Span(span.end(), arguments.get(i + 1).span().end()),
                        "");
            }
            if (timed) {
                add(Fault.OPTIONS_CONFLICT, span, "'KEEPTTL', " + source.text(span));
            }
        }
    }

    private void globals() {
        Matcher local = Pattern.compile("(?m)^( *)local (?=\\w+(?:, \\w+)* = )").matcher(text);
        while (local.find()) {
            add(Fault.LOCAL_LOST, new Span(local.start(), local.end()), local.group(1));
        }
        Set<String> names = new HashSet<>();
        Matcher declared = Pattern.compile("\\blocal (?:function )?(\\w+)").matcher(text);
        while (declared.find()) {
            names.add(declared.group(1));
        }
        for (String name : names) {
            // A use of the variable: neither its declaration, nor a target, nor a word in a string or comment.
            Matcher use = Pattern.compile("(?<=[(= ,#])" + name + "(?=[),\\n])").matcher(text);
            if (use.find()
                    && !lineOf(use.start()).contains("local " + name)
                    && !lineOf(use.start()).contains("--")) {
                add(Fault.VARIABLE_MISSPELT, new Span(use.start(), use.end()), name + "s_");
            }
        }
        for (LibraryUse use : facts.libraries()) {
            String field = source.text(use.span());
            int dot = field.lastIndexOf('.');
            if (dot > 0 && field.length() - dot > 4) {
                add(Fault.FUNCTION_MISSPELT, use.span(), field.substring(0, field.length() - 1));
            }
        }
        for (GlobalUse use : facts.globals()) {
            if (use.name().equals("tonumber") || use.name().equals("ipairs")) {
                add(Fault.FUNCTION_MISSPELT, use.span(), use.name() + "s");
            }
        }
    }

    private String lineOf(int offset) {
        return source.lineText(source.line(offset));
    }

    private void values() {
        for (Condition condition : facts.conditions()) {
            boolean reply =
                    condition.tested().value().any(atom -> atom instanceof Atom.Bool bool && bool.reply() != null);
            String tested = source.text(condition.tested().span());
            Matcher not = Pattern.compile("not $")
                    .matcher(text.substring(0, condition.tested().span().start()));
            boolean once = text.split("\\b(?:not|if) " + Pattern.quote(tested) + "\\b", -1).length == 2;
            if (reply && condition.isBranch() && condition.negated() && not.find() && once) {
                add(
                        Fault.NIL_FOR_FALSE,
                        new Span(
                                condition.tested().span().start() - 4,
                                condition.tested().span().end()),
                        tested + " == nil");
            }
        }
        for (Comparison comparison : facts.comparisons()) {
            Atom left = comparison.left().value().single();
            Double right = comparison.right().value().constant();
            boolean answer = left instanceof Atom.Numeric number
                    && number.source() instanceof Source.Reply reply
                    && ANSWERS.contains(reply.command());
            if (answer && right != null && (right == 0 || right == 1)) {
                add(
                        Fault.INTEGER_AS_CONDITION,
                        comparison.span(),
                        source.text(comparison.left().span()));
            }
        }
        Matcher conversion =
                Pattern.compile("local (\\w+) = tonumber\\((ARGV\\[\\d\\])\\)").matcher(text);
        while (conversion.find()) {
            String name = conversion.group(1);
            boolean compared =
                    facts.comparisons().stream().anyMatch(comparison -> isComparedWithNumber(comparison, name));
            if (compared) {
                add(
                        Fault.TONUMBER_LOST,
                        new Span(conversion.start(), conversion.end()),
                        "local " + name + " = " + conversion.group(2));
            }
        }
    }

    private boolean isComparedWithNumber(Comparison comparison, String name) {
        boolean left = source.text(comparison.left().span()).equals(name);
        boolean right = source.text(comparison.right().span()).equals(name);
        Value other = left ? comparison.right().value() : comparison.left().value();
        return left != right && other.all(Atom.Numeric.class::isInstance);
    }

    private void returns() {
        for (Return result : facts.returns()) {
            if (result.values().size() != 1) {
                continue;
            }
            Argument value = result.values().get(0);
            String returned = source.text(value.span());
            boolean number =
                    value.value().all(atom -> atom instanceof Atom.Numeric numeric && numeric.constant() == null);
            if (number && method.matches("(?s).*\\b(?:long|int|double) \\w+\\(.*")) {
                add(Fault.FRACTION_RETURNED, value.span(), "(" + returned + ") / 3");
            }
            if (method.matches("(?s).*\\b(?:long|int|double|String) \\w+\\(.*")) {
                add(Fault.NIL_RETURNED, value.span(), "nil");
            }
            boolean array = returned.startsWith("{") && returned.indexOf(',') > 0 && !returned.contains("=");
            if (array && isFlat(returned) && !method.contains("void ")) {
                String inner = returned.substring(1, returned.length() - 1);
                int comma = inner.indexOf(',');
                add(
                        Fault.FIELDS_RETURNED,
                        value.span(),
                        "{first = " + inner.substring(0, comma) + ", rest = " + inner.substring(comma + 1) + "}");
                add(Fault.SEVERAL_VALUES_RETURNED, value.span(), inner);
                if (isRecord()) {
                    add(Fault.ELEMENT_TOO_MANY, value.span(), "{" + inner + ", 0, 0, 0}");
                }
            }
        }
    }

    /** Whether the commas of a constructor are between its elements. */
    private static boolean isFlat(String constructor) {
        return constructor.chars().filter(c -> c == '(' || c == '{').count() == 1
                && constructor.indexOf(',') == constructor.lastIndexOf(',');
    }

    private boolean isRecord() {
        Matcher type = Pattern.compile("(\\w+) \\w+\\((?s:.*)\\);\\s*$").matcher(method);
        return type.find() && subject.java().contains("record " + type.group(1) + "(");
    }

    private void keys() {
        for (CommandUse use : facts.commands()) {
            Command command =
                    use.name() == null ? null : CommandTable.find(use.name()).orElse(null);
            if (command == null
                    || !command.subcommands().isEmpty()
                    || use.open()
                    || use.arguments().size() < 2) {
                continue;
            }
            Argument key = use.arguments().get(1);
            boolean whole = source.text(key.span()).matches("KEYS\\[\\d\\]");
            boolean isKey = !Set.of("EVAL", "PUBLISH", "SPUBLISH").contains(command.name());
            if (whole && isKey) {
                add(Fault.KEY_LITERAL, key.span(), "'app:lock'");
                if (text.contains("ARGV[1]")) {
                    add(Fault.KEY_FROM_ARGUMENT, key.span(), "'app:' .. ARGV[1]");
                }
            }
        }
    }

    /** Where a statement can be put in front. */
    private int start() {
        Matcher shebang = Pattern.compile("^#!.*\n").matcher(text);
        return shebang.find() ? shebang.end() : 0;
    }

    private void inserted() {
        if (!text.contains("KEYS[1]") || method.isEmpty()) {
            return;
        }
        Span start = new Span(start(), start());
        add(Fault.COMMAND_NOT_ALLOWED, start, "redis.call('BLPOP', KEYS[1], 0)\n");
        add(Fault.COMMAND_NOT_ALLOWED, start, "redis.call('CONFIG', 'SET', 'maxmemory', '0')\n");
        add(Fault.COMMAND_TOO_NEW, start, "redis.call('HEXPIRE', KEYS[1], 10, 'FIELDS', 1, 'a')\n");
        if (method.contains("@ReadOnly")) {
            add(Fault.WRITE_IN_READ_ONLY, start, "redis.call('INCR', KEYS[1])\n");
            add(Fault.WRITE_IN_READ_ONLY, start, "redis.call('PUBLISH', 'news', 'x')\n");
        }
    }

    private void keywords() {
        for (String keyword : List.of("then", "end", "do", "return")) {
            Matcher word =
                    Pattern.compile("(?m)^[^'\"-]*?\\b(" + keyword + ")\\b").matcher(text);
            if (word.find() && !keyword.equals("return")) {
                add(Fault.KEYWORD_LOST, new Span(word.start(1), word.end(1)), "");
            }
        }
    }
}
