package dev.perigee.lua.syntax;

import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The values of numerals. Lua 5.1 leaves them to C's {@code strtod}, so what that reads is a number: {@code 0x1p4}, any
 * count of hexadecimal digits, {@code 3.} and {@code .5}, but not {@code 1e} or {@code 0x}.
 */
final class Numerals {
    private static final Pattern DECIMAL =
            Pattern.compile("(?:[0-9]++(?:\\.[0-9]*+)?|\\.[0-9]++)(?:[eE][+-]?[0-9]++)?");
    private static final Pattern HEXADECIMAL = Pattern.compile("0[xX]([0-9a-fA-F]++)(?:[pP]([0-9]++))?");
    private static final int SHORT = 15;

    private Numerals() {}

    /** Whether only digits stand there, and few enough for a number that is exact. */
    static boolean isShortInteger(String text, int start, int end) {
        for (int i = start; i < end; i++) {
            if (!Lexer.isDigit(text.charAt(i))) {
                return false;
            }
        }
        return start < end && end - start <= SHORT;
    }

    /** The value of a token that begins like a number; empty where it is malformed. */
    static OptionalDouble value(String token) {
        if (isShortInteger(token, 0, token.length())) {
            return OptionalDouble.of((double) Long.parseLong(token));
        }
        int nul = token.indexOf('\0');
        String numeral = nul < 0 ? token : token.substring(0, nul);

        if (DECIMAL.matcher(numeral).matches()) {
            return OptionalDouble.of(Double.parseDouble(numeral));
        }
        Matcher hexadecimal = HEXADECIMAL.matcher(numeral);
        return hexadecimal.matches() ? OptionalDouble.of(hexadecimal(hexadecimal)) : OptionalDouble.empty();
    }

    private static double hexadecimal(Matcher numeral) {
        String exponent = numeral.group(2) == null ? "0" : numeral.group(2);
        return Double.parseDouble("0x" + numeral.group(1) + "p" + exponent);
    }
}
