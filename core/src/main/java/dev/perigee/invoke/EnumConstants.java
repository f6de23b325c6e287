package dev.perigee.invoke;

import dev.perigee.invoke.RecordedReply.Kind;
import org.jspecify.annotations.Nullable;

/**
 * The constants of an enum, and the codes by which scripts know them.
 *
 * @param <E> the enum
 */
public final class EnumConstants<E extends Enum<E>> {

    private final E[] constants;
    private final String[] codes;
    private final boolean declared;
    private final Codes byCode;

    private EnumConstants(E[] constants, String[] codes, boolean declared) {
        this.constants = constants;
        this.codes = codes;
        this.declared = declared;
        this.byCode = Codes.of(codes);
    }

    /** Constants that are known by name, and in replies also by place. */
    public static <E extends Enum<E>> EnumConstants<E> of(E[] constants) {
        String[] names = new String[constants.length];
        for (int i = 0; i < names.length; i++) {
            names[i] = constants[i].name();
        }
        return new EnumConstants<>(constants.clone(), names, false);
    }

    /**
     * Constants that are known by declared codes.
     *
     * @param codes a code for each constant, in their order
     */
    public static <E extends Enum<E>> EnumConstants<E> of(E[] constants, String... codes) {
        return new EnumConstants<>(constants.clone(), codes.clone(), true);
    }

    E[] constants() {
        return constants;
    }

    /** What a constant is known by. */
    @SuppressWarnings("EnumOrdinal") // It is kept nowhere.
    String code(E constant) {
        return codes[constant.ordinal()];
    }

    /** Whether the codes are declared, so that places do not count. */
    boolean declared() {
        return declared;
    }

    /** The constant that a recorded string or integer is the code of, or an integer the place; null if there is none. */
    @Nullable
    E find(RecordedReply reply, int index) {
        if (!declared && reply.kind(index) != Kind.STRING) {
            long place = reply.number(index);
            return place >= 0 && place < constants.length ? constants[(int) place] : null;
        }
        int found = byCode.find(reply, index);
        return found == Codes.NONE ? null : constants[found];
    }

    /** What a reply should be, for messages. */
    String expected() {
        String codesInOrder = type() + ", one of " + String.join(", ", codes);
        return declared ? codesInOrder : codesInOrder + ", or its place from 0 to " + (constants.length - 1);
    }

    private String type() {
        return constants.getClass().getComponentType().getSimpleName();
    }
}
