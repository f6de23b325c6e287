package dev.perigee.lua.diagnostics;

/**
 * How many columns of a terminal a character takes: two in East Asian scripts and for pictures, none for marks that stand
 * on the character before. Sequences that are joined to one picture count as their parts, as most terminals show them.
 */
final class TerminalColumns {

    /** First and last of the ranges of what is wide, by Unicode's East Asian Width; ranges of pictures are rounded. */
    private static final int[] WIDE = {
        0x1100, 0x115f, 0x231a, 0x231b, 0x2329, 0x232a, 0x23e9, 0x23ec, 0x2614, 0x2615, 0x2648, 0x2653, 0x26a1, 0x26a1,
        0x2705, 0x2705, 0x270a, 0x270b, 0x2728, 0x2728, 0x274c, 0x274c, 0x274e, 0x274e, 0x2753, 0x2755, 0x2757, 0x2757,
        0x2795, 0x2797, 0x2b1b, 0x2b1c, 0x2b50, 0x2b50, 0x2b55, 0x2b55, 0x2e80, 0x303e, 0x3041, 0xa4cf, 0xa960, 0xa97f,
        0xac00, 0xd7a3, 0xf900, 0xfaff, 0xfe10, 0xfe19, 0xfe30, 0xfe6f, 0xff01, 0xff60, 0xffe0, 0xffe6, 0x16fe0,
        0x1b2ff, 0x1f200, 0x1f265, 0x1f300, 0x1f320, 0x1f32d, 0x1f335, 0x1f337, 0x1f37c, 0x1f37e, 0x1f393, 0x1f3a0,
        0x1f3ca, 0x1f3e0, 0x1f3f0, 0x1f3f8, 0x1f43e, 0x1f440, 0x1f440, 0x1f442, 0x1f4fc, 0x1f4ff, 0x1f53d, 0x1f54b,
        0x1f567, 0x1f5fb, 0x1f64f, 0x1f680, 0x1f6c5, 0x1f6d0, 0x1f6d2, 0x1f6eb, 0x1f6ec, 0x1f7e0, 0x1f7eb, 0x1f90c,
        0x1f9ff, 0x1fa70, 0x1faff, 0x20000, 0x3fffd
    };

    private TerminalColumns() {}

    /** The columns of a character that is shown, which a control character is not. */
    static int of(int character) {
        if (character < 0x300) {
            return 1;
        }
        return switch (Character.getType(character)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
            default -> isMedialJamo(character) ? 0 : isWide(character) ? 2 : 1;
        };
    }

    /** Vowels and finals of Hangul stand in the square of the consonant before them. */
    private static boolean isMedialJamo(int character) {
        return character >= 0x1160 && character <= 0x11ff;
    }

    private static boolean isWide(int character) {
        for (int i = 0; i < WIDE.length && WIDE[i] <= character; i += 2) {
            if (character <= WIDE[i + 1]) {
                return true;
            }
        }
        return false;
    }
}
