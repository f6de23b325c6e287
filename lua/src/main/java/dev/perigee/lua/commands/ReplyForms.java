package dev.perigee.lua.commands;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The forms of a command's replies, and the conditions on which some take the place of others.
 *
 * @param usual the forms where no condition holds
 * @param conditions the conditions in order; the last that holds decides
 */
record ReplyForms(List<LuaReply> usual, List<Condition> conditions) {

    /**
     * A condition.
     *
     * @param token the option that must be there; null where the number of words decides
     * @param moreThan how many words after the name must be exceeded
     * @param forms the forms then
     */
    record Condition(@Nullable String token, int moreThan, List<LuaReply> forms) {

        private static Condition read(String text) {
            int equals = text.indexOf('=');
            boolean count = text.charAt(0) == '>';
            return new Condition(
                    count ? null : text.substring(0, equals),
                    count ? Integer.parseInt(text.substring(1, equals)) : 0,
                    new Reader(text.substring(equals + 1)).forms());
        }

        private boolean holds(CommandLine line, int first, int options) {
            List<@Nullable String> words = line.words();
            if (token == null) {
                return words.size() - first > moreThan;
            }
            for (int i = options; i < words.size(); i++) {
                String word = words.get(i);
                if (word != null && word.equalsIgnoreCase(token)) {
                    return true;
                }
            }
            return false;
        }

        /** Whether it may hold because of words that are not known. */
        private boolean mayHold(CommandLine line, int options) {
            boolean unknown = line.words()
                    .subList(
                            Math.min(line.words().size(), options), line.words().size())
                    .contains(null);
            return line.open() || (token != null && unknown);
        }
    }

    static ReplyForms read(String column) {
        String[] parts = column.split(" ", -1);
        List<Condition> conditions = new ArrayList<>();
        for (int i = 1; i < parts.length; i++) {
            conditions.add(Condition.read(parts[i]));
        }
        return new ReplyForms(new Reader(parts[0]).forms(), List.copyOf(conditions));
    }

    /**
     * The forms that a call's reply can have.
     *
     * @param first the position of the first word after the names
     * @param options the position of the first word that can be an option
     */
    List<LuaReply> of(CommandLine line, int first, int options) {
        if (conditions.isEmpty()) {
            return usual;
        }
        List<LuaReply> forms = usual;
        List<LuaReply> possible = new ArrayList<>();
        for (Condition condition : conditions) {
            if (condition.holds(line, first, options)) {
                forms = condition.forms();
            } else if (condition.mayHold(line, options)) {
                possible.addAll(condition.forms());
            }
        }
        if (possible.isEmpty()) {
            return forms;
        }
        possible.addAll(0, forms);
        return possible.stream().distinct().toList();
    }

    /** Reads forms, as the head of {@code replies.txt} says. */
    private static final class Reader {
        private final String text;
        private int at;

        Reader(String text) {
            this.text = text;
        }

        List<LuaReply> forms() {
            List<LuaReply> forms = new ArrayList<>(List.of(form()));
            while (at < text.length() && text.charAt(at) == '|') {
                at++;
                forms.add(form());
            }
            return List.copyOf(forms);
        }

        private LuaReply form() {
            char kind = text.charAt(at++);
            return switch (kind) {
                case 'I' -> new LuaReply.Whole();
                case 'B' -> new LuaReply.Bulk(false);
                case 'F' -> new LuaReply.Bulk(true);
                case 'N' -> new LuaReply.Nil();
                case 'S' -> new LuaReply.Status(status());
                case 'A' -> new LuaReply.Array(List.of(), elements().get(0));
                case 'P' -> new LuaReply.Array(elements(), List.of());
                default -> new LuaReply.Any();
            };
        }

        private @Nullable String status() {
            if (at >= text.length() || text.charAt(at) != ':') {
                return null;
            }
            int end = ++at;
            while (end < text.length() && "|;)".indexOf(text.charAt(end)) < 0) {
                end++;
            }
            String status = text.substring(at, end);
            at = end;
            return status;
        }

        private List<List<LuaReply>> elements() {
            List<List<LuaReply>> elements = new ArrayList<>();
            do {
                at++;
                elements.add(forms());
            } while (text.charAt(at) == ';');
            at++;
            return elements;
        }
    }
}
