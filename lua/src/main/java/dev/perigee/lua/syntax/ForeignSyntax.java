package dev.perigee.lua.syntax;

import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What people write out of habit from other languages or later versions of Lua, and no Lua 5.1 token begins with. Each is
 * reported with what Lua writes, and read as what was most likely meant.
 */
final class ForeignSyntax {

    /** What stands at a place: a token of this kind, or nothing but blank space, and how long it is. */
    record Reading(@Nullable TokenKind kind, int length) {}

    private record Spelling(TokenKind kind, String message, String help) {}

    private static final Map<String, Spelling> SPELLINGS = Map.of(
            "!=", new Spelling(TokenKind.NOT_EQUAL, "Lua has no `!=`", "Lua writes ~="),
            "&&", new Spelling(TokenKind.AND, "Lua has no `&&`", "Lua writes and"),
            "||", new Spelling(TokenKind.OR, "Lua has no `||`", "Lua writes or"),
            "!", new Spelling(TokenKind.NOT, "Lua has no `!`", "Lua writes not"),
            "&", new Spelling(TokenKind.STAR, "Lua 5.1 has no `&`", "use bit.band(a, b)"),
            "|", new Spelling(TokenKind.STAR, "Lua 5.1 has no `|`", "use bit.bor(a, b)"),
            "<<", new Spelling(TokenKind.STAR, "Lua 5.1 has no `<<`", "use bit.lshift(a, n)"),
            ">>", new Spelling(TokenKind.STAR, "Lua 5.1 has no `>>`", "use bit.rshift(a, n) or bit.arshift(a, n)"));
    private static final Spelling BINARY_TILDE =
            new Spelling(TokenKind.STAR, "Lua 5.1 has no binary `~`", "use bit.bxor(a, b), or ~= for not equal");
    private static final Spelling UNARY_TILDE =
            new Spelling(TokenKind.NOT, "Lua 5.1 has no unary `~`", "use bit.bnot(a), or not for a condition");
    private static final Spelling FLOOR_DIVISION =
            new Spelling(TokenKind.SLASH, "Lua 5.1 has no `//`", "use math.floor(a / b); a comment begins with --");
    private static final Pattern PROSE =
            Pattern.compile("[^\\w(]*+(?:\\w++[ \\t]++(?!(?:and|or|then|do|end|else|elseif|until)\\b)\\w.*+)?");
    private static final int PROSE_REACH = 80;
    private static final int BYTE_ORDER_MARK = 0xfeff;

    private final String text;
    private final List<SyntaxError> errors;

    ForeignSyntax(String text, List<SyntaxError> errors) {
        this.text = text;
        this.errors = errors;
    }

    /** What to read at an offset, once reported; null where Lua has a token there. */
    @Nullable
    Reading read(int at, TokenKind previous, boolean firstOnLine) {
        char c = text.charAt(at);
        if (c >= 0x80) {
            return nonAscii(at);
        }
        return switch (c) {
            case '+', '-', '*', '%', '^', '/' -> arithmetic(at, 1, firstOnLine);
            case '.' -> text.startsWith("..", at) ? arithmetic(at, 2, firstOnLine) : null;
            case '!', '&', '|', '<', '>' -> spelled(at);
            case '~' -> tilde(at, previous);
            default -> unknown(at);
        };
    }

    private @Nullable Reading tilde(int at, TokenKind previous) {
        boolean notEqual = at + 1 < text.length() && text.charAt(at + 1) == '=';
        return notEqual ? null : report(at, 1, previous.endsExpression() ? BINARY_TILDE : UNARY_TILDE);
    }

    /** What to write instead of a malformed number. */
    String numberHelp(String numeral) {
        if (numeral.indexOf('_') > 0) {
            return "Lua has no digit separators";
        }
        if (numeral.contains("..")) {
            return "to join a number and something else, put a blank before the dots";
        }
        if (numeral.matches("0[bB][01]+")) {
            return "Lua has no binary numbers; use hexadecimal or tonumber('…', 2)";
        }
        if (numeral.matches("[0-9.]+[A-Za-z]\\w*") && !numeral.matches("0[xX].*|[0-9.]+[eE].*")) {
            return "a name cannot begin with a digit, and a number has no suffix";
        }
        return "numbers look like 3, 0.5, 2e10 or 0xff";
    }

    private Reading report(int at, int length, Spelling spelling) {
        error(at, length, spelling.message(), spelling.help());
        return new Reading(spelling.kind(), length);
    }

    private void error(int at, int length, String message, String help) {
        errors.add(new SyntaxError(new Span(at, at + length), message, help));
    }

    private @Nullable Reading spelled(int at) {
        if (at + 1 < text.length()) {
            Spelling pair = SPELLINGS.get(text.substring(at, at + 2));
            if (pair != null) {
                return report(at, 2, pair);
            }
        }
        Spelling single = SPELLINGS.get(text.substring(at, at + 1));
        return single == null ? null : report(at, 1, single);
    }

    private @Nullable Reading arithmetic(int at, int length, boolean firstOnLine) {
        if (text.startsWith("//", at)) {
            return slashes(at, firstOnLine);
        }
        if (text.startsWith("/*", at)) {
            int close = text.indexOf("*/", at + 2);
            error(at, 2, "Lua has no `/*` comments", "a comment begins with --, or stands in --[[ and ]]");
            return new Reading(null, close < 0 ? text.length() - at : close + 2 - at);
        }

        if (!text.startsWith("=", at + length) || text.startsWith("==", at + length)) {
            return null;
        }
        String operator = text.substring(at, at + length);
        error(at, length + 1, "Lua has no `" + operator + "=`", "write x = x " + operator + " …");
        return new Reading(TokenKind.ASSIGN, length + 1);
    }

    private Reading slashes(int at, boolean firstOnLine) {
        int end = at;
        int shown = Math.min(text.length(), at + PROSE_REACH);
        while (end < shown && !SourceText.isLineBreak(text.charAt(end))) {
            end++;
        }
        if (firstOnLine || PROSE.matcher(text).region(at + 2, end).matches()) {
            while (end < text.length() && !SourceText.isLineBreak(text.charAt(end))) {
                end++;
            }
            error(at, 2, "Lua has no `//` comments", "a comment begins with --");
            return new Reading(null, end - at);
        }
        return report(at, 2, FLOOR_DIVISION);
    }

    private Reading unknown(int at) {
        char c = text.charAt(at);
        if (c == 0) {
            return binary(at);
        }
        if (isControl(c)) {
            int length = run(at, ForeignSyntax::isControl);
            String message = String.format("control character U+%04X", (int) c);
            error(at, length, message, "remove it, or write it as \\" + (int) c);
            return new Reading(TokenKind.ERROR, length);
        }
        String help = switch (c) {
            case '?' -> "for a choice, write condition and a or b, or use if";
            case '`' -> "strings stand in ' or \" or [[…]]";
            case '\\' -> "an expression goes on to the next line without a mark";
            default -> "remove it";
        };
        int length = run(at, other -> other == c);
        error(at, length, "`" + c + "` has no meaning in Lua", help);
        return new Reading(TokenKind.ERROR, length);
    }

    /** Nobody means a NUL: what follows is no script, and there is nothing to say about it. */
    private Reading binary(int at) {
        error(
                at,
                1,
                "NUL byte outside of a string",
                "a file with such bytes is binary, or text in UTF-16: save it as UTF-8");
        return new Reading(TokenKind.ERROR, text.length() - at);
    }

    /** Neither a blank to Lua nor NUL. */
    private static boolean isControl(int c) {
        return (c > 0 && c < '\t') || (c > '\r' && c < ' ') || c == 0x7f;
    }

    /** How long the characters of a kind are that begin at an offset: a run of them is one mistake. */
    private int run(int at, IntPredicate kind) {
        int end = at;
        while (end < text.length() && kind.test(text.codePointAt(end))) {
            end += Character.charCount(text.codePointAt(end));
        }
        return end - at;
    }

    private Reading nonAscii(int at) {
        int c = text.codePointAt(at);
        int length = Character.charCount(c);
        if (c == BYTE_ORDER_MARK && at == 0) {
            error(at, 1, "the script begins with a byte order mark", "save the file as UTF-8 without one");
            return new Reading(null, 1);
        }
        if (isBlank(c)) {
            length = run(at, ForeignSyntax::isBlank);
            error(at, length, String.format("U+%04X is no blank to Lua", c), "replace it by a plain space");
            return new Reading(null, length);
        }
        if (Character.isLetterOrDigit(c)) {
            return name(at);
        }
        length = run(at, ForeignSyntax::isSign);
        String help = "\u201c\u201d\u2018\u2019\u00ab\u00bb".indexOf(c) >= 0
                ? "strings stand in ' or \" or [[…]]"
                : "outside of strings and comments only ASCII is legal";
        error(at, length, "`" + Character.toString(c) + "` has no meaning in Lua", help);
        return new Reading(TokenKind.ERROR, length);
    }

    private static boolean isBlank(int c) {
        return c >= 0x80 && (Character.isSpaceChar(c) || Character.getType(c) == Character.FORMAT);
    }

    /** Neither blank nor part of a name. */
    private static boolean isSign(int c) {
        return c >= 0x80 && !isBlank(c) && !Character.isLetterOrDigit(c);
    }

    private Reading name(int at) {
        int end = at;
        while (end < text.length() && isWordPart(text.codePointAt(end))) {
            end += Character.charCount(text.codePointAt(end));
        }
        error(at, end - at, "a name can only have ASCII letters, digits and `_`", "spell the name in ASCII");
        return new Reading(TokenKind.NAME, end - at);
    }

    private static boolean isWordPart(int c) {
        return Lexer.isNamePart(c) || (c >= 0x80 && Character.isLetterOrDigit(c));
    }
}
