package dev.perigee.processor.declaration;

import dev.perigee.processor.diagnostics.JavaPlace;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.TypeMirror;

/**
 * A method that is bound to a script.
 *
 * @param element the method
 * @param place where findings about it are reported: the method, or the interface if that inherits it from another file
 * @param name its simple name
 * @param scriptPath its script's path among the resources
 * @param runtimeSlots whether slots that nothing is known about are checked at run time
 * @param readOnly whether its script must be proved to write nothing
 * @param delivery how its calls are delivered
 * @param parameters its parameters, with type variables of the interface resolved
 * @param keys its keys, in the order of KEYS
 * @param errors its {@code @ScriptError}s
 * @param returnType its return type, with type variables resolved
 */
public record MethodDeclaration(
        ExecutableElement element,
        JavaPlace place,
        String name,
        String scriptPath,
        boolean runtimeSlots,
        boolean readOnly,
        DeliveryDeclaration delivery,
        List<ParameterDeclaration> parameters,
        List<KeyDeclaration> keys,
        List<ErrorDeclaration> errors,
        TypeMirror returnType) {

    public MethodDeclaration {
        parameters = List.copyOf(parameters);
        keys = List.copyOf(keys);
        errors = List.copyOf(errors);
    }

    /** The method with other parameters. */
    public MethodDeclaration withParameters(List<ParameterDeclaration> others) {
        return new MethodDeclaration(
                element, place, name, scriptPath, runtimeSlots, readOnly, delivery, others, keys, errors, returnType);
    }

    /** The simple name of the interface that declares it. */
    String owner() {
        return Objects.requireNonNull(element.getEnclosingElement())
                .getSimpleName()
                .toString();
    }

    /** Whether the same call results from another declaration of the method, whose parameters may have other names. */
    boolean agreesWith(MethodDeclaration other) {
        return scriptPath.equals(other.scriptPath)
                && runtimeSlots == other.runtimeSlots
                && readOnly == other.readOnly
                && delivery.text().equals(other.delivery.text())
                && binding().equals(other.binding());
    }

    /** The keys, arguments and errors, with parameters by position. */
    private List<String> binding() {
        List<String> names = parameters.stream().map(ParameterDeclaration::name).toList();
        List<String> binding = new ArrayList<>();
        keys.forEach(key -> binding.add(key.shape(names)));
        parameters.forEach(parameter ->
                binding.add(parameter.arg() == null ? "" : parameter.arg().text()));
        parameters.forEach(parameter -> Annotations.find(parameter.element(), Annotations.OPERATION_ID)
                .ifPresent(id -> binding.add(names.indexOf(parameter.name())
                        + Annotations.text(id, "value").orElse(""))));
        errors.forEach(error -> binding.add(error.text()));
        return binding;
    }
}
