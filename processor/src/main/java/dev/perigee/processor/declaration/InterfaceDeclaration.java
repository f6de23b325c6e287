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
 * @param methods its abstract methods, inherited ones included
 */
public record InterfaceDeclaration(
        TypeElement type, JavaPlace place, ScriptBinding binding, List<MethodDeclaration> methods) {

    public InterfaceDeclaration {
        methods = List.copyOf(methods);
    }
}
