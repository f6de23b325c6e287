package dev.perigee.processor.codegen;

import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.perigee.processor.model.Mode;
import dev.perigee.processor.model.ReplyType;
import dev.perigee.processor.model.ScriptMethod;

/** How a method's call gives its reply: as an object, or as a number that nobody boxes. */
enum NumberCall {
    NONE,
    LONG,
    DOUBLE;

    /** Callers that do not wait get an object in any case. */
    static NumberCall of(ScriptMethod method) {
        Mode mode = method.mode();
        boolean waits = mode.style() == Mode.Style.SYNC && mode.each().isEmpty();
        if (!waits || !(method.reply() instanceof ReplyType.Scalar)) {
            return NONE;
        }
        return switch (mode.reply().getKind()) {
            case LONG, INT, SHORT, BYTE -> LONG;
            case DOUBLE, FLOAT -> DOUBLE;
            default -> NONE;
        };
    }

    /** The superclass of the calls. */
    TypeName superclass(TypeName reply) {
        return switch (this) {
            case NONE -> ParameterizedTypeName.get(Abi.SCRIPT_CALL, reply);
            case LONG -> Abi.CALL_OF_LONG;
            case DOUBLE -> Abi.CALL_OF_DOUBLE;
        };
    }

    /** The method that reads the reply. */
    String reader() {
        return switch (this) {
            case NONE -> "readReply";
            case LONG -> "readLong";
            case DOUBLE -> "readDouble";
        };
    }

    /** What that method returns. */
    TypeName returned(TypeName reply) {
        return switch (this) {
            case NONE -> reply;
            case LONG -> TypeName.LONG;
            case DOUBLE -> TypeName.DOUBLE;
        };
    }

    /** The number as the method returns it; reading has made sure that it fits. */
    static Code narrowed(ScriptMethod method, Code call) {
        TypeName type = TypeName.get(method.mode().reply());
        boolean narrow = switch (of(method)) {
            case NONE -> false;
            case LONG -> !type.equals(TypeName.LONG);
            case DOUBLE -> !type.equals(TypeName.DOUBLE);
        };
        return narrow ? Code.of("($T) $L", type, call) : call;
    }
}
