package dev.perigee.processor.codegen;

import com.palantir.javapoet.FieldSpec;
import dev.perigee.lua.assembly.RecordingScript;
import dev.perigee.lua.assembly.ReplyRecording;
import dev.perigee.lua.check.WriteProof;
import dev.perigee.lua.commands.Target;
import dev.perigee.processor.declaration.DeliveryDeclaration;
import dev.perigee.processor.declaration.DeliveryDeclaration.Kind;
import dev.perigee.processor.model.Operation;
import dev.perigee.processor.model.ScriptMethod;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.lang.model.element.Modifier;

/** Writes how calls of a script are delivered. */
final class DeliveryWriter {

    /** The constant that has what all scripts that keep their replies end in. */
    static final String RECORDING = "REPLY_RECORDING";

    private DeliveryWriter() {}

    /** What may be done about a lost reply: what the user says, or what is proved. */
    static Kind kind(ScriptMethod method) {
        DeliveryDeclaration declared = method.declaration().delivery();
        boolean reads = method.declaration().readOnly()
                || WriteProof.of(Objects.requireNonNull(method.script()).facts())
                        .isReadOnly();
        return declared.kind() == Kind.AT_MOST_ONCE && reads ? Kind.IDEMPOTENT : declared.kind();
    }

    /** The SHA-1 of what is sent. */
    static String sha1(ScriptMethod method) {
        Operation operation = method.operation();
        return operation == null
                ? Objects.requireNonNull(method.script()).sha1()
                : Objects.requireNonNull(operation.script()).script().sha1();
    }

    /** The calls that say so, of the script's constant. A server before 7.0 has no {@code EVALSHA_RO}, so it gets a plain call. */
    static List<Code> calls(ScriptMethod method, Target target) {
        List<Code> calls = new ArrayList<>();
        Operation operation = method.operation();
        if (operation != null) {
            RecordingScript script = Objects.requireNonNull(operation.script());
            String own = script.tail().substring(0, script.tail().length() - ReplyRecording.COMMON.length());
            calls.add(Code.of(
                            "recording(\n$L,\n$L,\n$L,\n$L)",
                            Literals.string(sha1(method)),
                            Literals.string(script.head()),
                            Literals.string(own),
                            RECORDING)
                    .continued());
        } else if (kind(method) == Kind.IDEMPOTENT) {
            calls.add(Code.of("with($T.IDEMPOTENT)", Abi.DELIVERY));
        }
        if (method.declaration().readOnly() && target.isAtLeast(Target.REDIS_7_0)) {
            calls.add(new Code("readOnly()"));
        }
        Duration timeout = method.declaration().delivery().timeout();
        if (timeout != null) {
            calls.add(Code.of("timeout($L)", Literals.string(timeout.toString())));
        }
        return calls;
    }

    static FieldSpec recording() {
        return FieldSpec.builder(String.class, RECORDING, Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .addJavadoc("Keeps a script's reply, and gives that again.\n")
                .initializer(Literals.string(ReplyRecording.COMMON).block())
                .build();
    }
}
