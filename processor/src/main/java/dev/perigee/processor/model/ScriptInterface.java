package dev.perigee.processor.model;

import dev.perigee.processor.declaration.InterfaceDeclaration;
import java.util.List;

/**
 * An interface and the scripts of its methods.
 *
 * @param declaration the interface
 * @param methods its methods, as far as they could be understood
 */
public record ScriptInterface(InterfaceDeclaration declaration, List<ScriptMethod> methods) {

    public ScriptInterface {
        methods = List.copyOf(methods);
    }
}
