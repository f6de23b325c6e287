package dev.perigee.processor.declaration;

import dev.perigee.processor.diagnostics.JavaPlace;
import java.util.List;
import javax.lang.model.element.TypeElement;

/**
 * A {@code @RedisScript} interface.
 *
 * @param type the interface
 * @param place its annotation
 * @param binding the folder or file it is bound to
 * @param errors its {@code @ScriptError}s, and those of interfaces that it inherits methods from
 * @param methods its abstract methods, inherited ones included
 */
public record InterfaceDeclaration(
        TypeElement type,
        JavaPlace place,
        ScriptBinding binding,
        List<ErrorDeclaration> errors,
        List<MethodDeclaration> methods) {

    public InterfaceDeclaration {
        errors = List.copyOf(errors);
        methods = List.copyOf(methods);
    }
}
