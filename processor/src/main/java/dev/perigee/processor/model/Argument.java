package dev.perigee.processor.model;

import dev.perigee.processor.declaration.ParameterDeclaration;

/**
 * A parameter that is passed as arguments: one, several, or a number that depends on the call.
 *
 * @param parameter the parameter it is
 * @param type what it becomes
 */
public record Argument(ParameterDeclaration parameter, ArgumentType type) {

    /** The parameter's name. */
    public String name() {
        return parameter.name();
    }
}
