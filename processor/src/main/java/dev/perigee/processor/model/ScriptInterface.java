package dev.perigee.processor.model;

import dev.perigee.processor.declaration.InterfaceDeclaration;
import java.util.List;

/**
 * An interface and the scripts of its methods.
 *
 * @param declaration the interface
 * @param errors what errors become exceptions of the application's, where interfaces say so
 * @param methods its methods, as far as they could be understood
 */
public record ScriptInterface(InterfaceDeclaration declaration, List<ErrorMapping> errors, List<ScriptMethod> methods) {

    public ScriptInterface {
        errors = List.copyOf(errors);
        methods = List.copyOf(methods);
    }
}
