package dev.perigee.processor.model;

import static dev.perigee.processor.model.TypeReader.isNamed;

import dev.perigee.lua.assembly.AssembledScript;
import dev.perigee.lua.assembly.RecordingScript;
import dev.perigee.lua.assembly.ReplyRecording;
import dev.perigee.processor.declaration.Annotations;
import dev.perigee.processor.declaration.DeliveryDeclaration;
import dev.perigee.processor.declaration.MethodDeclaration;
import dev.perigee.processor.declaration.ParameterDeclaration;
import dev.perigee.processor.diagnostics.Finding;
import dev.perigee.processor.diagnostics.InterfaceRule;
import dev.perigee.processor.diagnostics.Report;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Finds out what tells a call of an exactly-once method from others. */
final class OperationReader {

    private final MethodDeclaration method;
    private final Mode mode;
    private final PropertyReader properties;
    private final Report report;

    OperationReader(MethodDeclaration method, Mode mode, PropertyReader properties, Report report) {
        this.method = method;
        this.mode = mode;
        this.properties = properties;
        this.report = report;
    }

    /** Whether a parameter is there to be the id, and not for the script. */
    static boolean isId(ParameterDeclaration parameter) {
        return annotation(parameter).filter(id -> path(id).isEmpty()).isPresent();
    }

    private static Optional<AnnotationMirror> annotation(ParameterDeclaration parameter) {
        return Annotations.find(parameter.element(), Annotations.OPERATION_ID);
    }

    private static String path(AnnotationMirror annotation) {
        return Annotations.text(annotation, "value").orElse("");
    }

    /** The operation; empty if the method has none, or if what is said of it cannot be, which is then reported. */
    Optional<Operation> read(@Nullable BoundScript script) {
        List<ParameterDeclaration> ids = new ArrayList<>();
        for (ParameterDeclaration parameter : method.parameters()) {
            annotation(parameter).ifPresent(id -> ids.add(parameter));
        }
        boolean once = method.delivery().kind() == DeliveryDeclaration.Kind.EXACTLY_ONCE;
        if (!once) {
            ids.forEach(id -> refuse(
                    id,
                    method.name() + " is not @ExactlyOnce, and so has no use for an operation id",
                    "put @ExactlyOnce(remember = \"PT24H\") on the method, or leave @OperationId out"));
            return Optional.empty();
        }
        RecordingScript recording = recording(script);
        if (ids.isEmpty()) {
            return Optional.of(Operation.made(recording));
        }
        if (ids.size() > 1) {
            refuse(
                    ids.get(1),
                    ids.get(0).name() + " is the operation id already, and so "
                            + ids.get(1).name() + " cannot be it too",
                    "join them into one, in the caller");
            return Optional.empty();
        }
        return given(ids.get(0)).map(id -> new Operation(id, true, recording));
    }

    private @Nullable RecordingScript recording(@Nullable BoundScript script) {
        Duration remember = method.delivery().remember();
        return script == null || remember == null
                ? null
                : ReplyRecording.around(new AssembledScript(script.source().text(), script.sha1()), remember);
    }

    private Optional<KeyPart.Value> given(ParameterDeclaration parameter) {
        Optional<ParameterDeclaration> each = mode.each();
        if (each.isPresent() && !each.get().name().equals(parameter.name())) {
            return refuse(
                    parameter,
                    "all elements of " + each.get().name() + " would have the operation id " + parameter.name()
                            + ", and so be one operation",
                    "name a property of the elements: @Each @OperationId(\"id\")");
        }
        String path = path(annotation(parameter).orElseThrow());
        List<String> names = path.isEmpty() ? List.of() : List.of(path.split("\\.", -1));
        PropertyReader.Path found = properties.follow(parameter.type(), names);
        if (found instanceof PropertyReader.Broken broken) {
            return refuse(parameter, broken.message(), broken.help());
        }
        PropertyReader.Resolved resolved = (PropertyReader.Resolved) found;
        Optional<KeyPart.Kind> kind = kind(resolved.type());
        return kind.isPresent()
                ? kind.map(known -> new KeyPart.Value(parameter.name(), resolved.properties(), known, false))
                : refuse(
                        parameter,
                        "the type of an operation id is String or UUID, not " + TypeReader.simpleName(resolved.type()),
                        "pass it as text");
    }

    private static Optional<KeyPart.Kind> kind(TypeMirror type) {
        if (isNamed(type, "java.lang.String")) {
            return Optional.of(KeyPart.Kind.TEXT);
        }
        return isNamed(type, "java.util.UUID") ? Optional.of(KeyPart.Kind.UUID) : Optional.empty();
    }

    private Optional<KeyPart.Value> refuse(ParameterDeclaration parameter, String problem, String help) {
        report.add(Finding.of(InterfaceRule.INVALID_OPERATION_ID, parameter.place(), method.name() + ": " + problem)
                .help(help));
        return Optional.empty();
    }
}
