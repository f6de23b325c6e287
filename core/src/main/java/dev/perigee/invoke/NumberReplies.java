package dev.perigee.invoke;

import dev.perigee.error.ScriptReplyException;
import java.math.BigDecimal;
import java.math.BigInteger;

/** Reads numbers from the values that say them. The cursor stays where it is. */
final class NumberReplies {

    private static final String WHOLE = "an integer";
    private static final String NUMBER = "a number";
    private static final String NONE = "a string that is none";

    private NumberReplies() {}

    /** An integer within a range. */
    static long whole(ReplyCursor cursor, long min, long max) {
        long value = switch (cursor.kind()) {
            case INTEGER, BOOLEAN -> cursor.reply.number(cursor.at);
            case STRING, BIG_NUMBER -> parseLong(cursor, min, max);
            case DOUBLE -> wholeDouble(cursor, min, max);
            case NIL, ERROR, ARRAY, SET, MAP -> throw cursor.mismatch(WHOLE);
        };
        if (value < min || value > max) {
            throw outside(cursor, min, max);
        }
        return value;
    }

    private static long parseLong(ReplyCursor cursor, long min, long max) {
        RecordedReply reply = cursor.reply;
        try {
            return Numerals.parseLong(reply.recorded(), reply.from(cursor.at), reply.to(cursor.at));
        } catch (NumberFormatException e) {
            throw cursor.mismatch(WHOLE, describe(reply, cursor.at));
        } catch (ArithmeticException e) {
            throw outside(cursor, min, max);
        }
    }

    private static long wholeDouble(ReplyCursor cursor, long min, long max) {
        double value = requireWhole(cursor);
        if (value < -0x1p63 || value >= 0x1p63) {
            throw outside(cursor, min, max);
        }
        return (long) value;
    }

    private static double requireWhole(ReplyCursor cursor) {
        double value = finite(cursor, WHOLE);
        if (value != Math.rint(value)) {
            throw cursor.mismatch(WHOLE, "a double with a fraction");
        }
        return value;
    }

    private static double finite(ReplyCursor cursor, String expected) {
        double value = Double.longBitsToDouble(cursor.reply.number(cursor.at));
        if (!Double.isFinite(value)) {
            throw cursor.mismatch(expected, "a double that is not finite");
        }
        return value;
    }

    private static ScriptReplyException outside(ReplyCursor cursor, long min, long max) {
        return cursor.mismatch(WHOLE + " from " + min + " to " + max, "one outside that range");
    }

    /** A whole number of any size. */
    static BigInteger bigInteger(ReplyCursor cursor) {
        RecordedReply reply = cursor.reply;
        int at = cursor.at;
        return switch (cursor.kind()) {
            case INTEGER, BOOLEAN -> BigInteger.valueOf(reply.number(at));
            case DOUBLE -> new BigDecimal(requireWhole(cursor)).toBigIntegerExact();
            case STRING, BIG_NUMBER -> {
                if (!Numerals.isWhole(reply.recorded(), reply.from(at), reply.to(at))) {
                    throw cursor.mismatch(WHOLE, describe(reply, at));
                }
                yield Numerals.parseBigInteger(reply.recorded(), reply.from(at), reply.to(at));
            }
            case NIL, ERROR, ARRAY, SET, MAP -> throw cursor.mismatch(WHOLE);
        };
    }

    /** The double next to the number. */
    static double number(ReplyCursor cursor) {
        RecordedReply reply = cursor.reply;
        int at = cursor.at;
        return switch (cursor.kind()) {
            case INTEGER, BOOLEAN -> (double) reply.number(at);
            case DOUBLE -> Double.longBitsToDouble(reply.number(at));
            case STRING, BIG_NUMBER -> {
                try {
                    yield Numerals.parseDouble(reply.recorded(), reply.from(at), reply.to(at));
                } catch (NumberFormatException e) {
                    throw cursor.mismatch(NUMBER, NONE);
                }
            }
            case NIL, ERROR, ARRAY, SET, MAP -> throw cursor.mismatch(NUMBER);
        };
    }

    /** The float next to the number, rounded once: the double next to it may be nearer to another float. */
    static float floatNumber(ReplyCursor cursor) {
        double number = number(cursor);
        RecordedReply reply = cursor.reply;
        int at = cursor.at;
        float value = switch (cursor.kind()) {
            case INTEGER -> (float) reply.number(at);
            case STRING, BIG_NUMBER -> Numerals.parseFloat(reply.recorded(), reply.from(at), reply.to(at));
            case NIL, BOOLEAN, DOUBLE, ERROR, ARRAY, SET, MAP -> (float) number;
        };
        if (Double.isFinite(number) && Float.isInfinite(value)) {
            throw cursor.mismatch("a number within the range of float", "one outside it");
        }
        return value;
    }

    /** The number exactly; of a RESP3 double, the shortest that stands for it. */
    static BigDecimal decimal(ReplyCursor cursor, String expected) {
        RecordedReply reply = cursor.reply;
        int at = cursor.at;
        return switch (cursor.kind()) {
            case INTEGER, BOOLEAN -> BigDecimal.valueOf(reply.number(at));
            case DOUBLE -> BigDecimal.valueOf(finite(cursor, expected));
            case STRING, BIG_NUMBER -> {
                try {
                    yield Numerals.parseBigDecimal(reply.recorded(), reply.from(at), reply.to(at));
                } catch (NumberFormatException e) {
                    throw cursor.mismatch(expected, isWord(reply, at) ? "a number that is not finite" : NONE);
                } catch (ArithmeticException e) {
                    throw cursor.mismatch(expected, "one whose exponent is too large");
                }
            }
            case NIL, ERROR, ARRAY, SET, MAP -> throw cursor.mismatch(expected);
        };
    }

    private static boolean isWord(RecordedReply reply, int at) {
        try {
            Numerals.parseDouble(reply.recorded(), reply.from(at), reply.to(at));
            return true;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    /** What a string is that is not a whole number. */
    private static String describe(RecordedReply reply, int at) {
        byte[] text = reply.recorded();
        if (!Numerals.isDecimal(text, reply.from(at), reply.to(at))) {
            return NONE;
        }
        return Numerals.hasExponent(text, reply.from(at), reply.to(at))
                ? "a number in exponent form, as Lua writes those from 1e14 up; string.format('%.0f', n) writes digits"
                : "a number with a fraction";
    }
}
