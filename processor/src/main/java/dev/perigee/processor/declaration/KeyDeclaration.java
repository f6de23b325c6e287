package dev.perigee.processor.declaration;

import dev.perigee.processor.diagnostics.JavaPlace;
import dev.perigee.processor.template.KeyTemplate;

/** A {@code @Key}. */
public sealed interface KeyDeclaration {

    /** The annotation. */
    JavaPlace place();

    /**
     * A key that is built from a template.
     *
     * @param template the template
     */
    record Templated(KeyTemplate template, JavaPlace place) implements KeyDeclaration {}

    /**
     * A key that is a parameter's whole value.
     *
     * @param parameter the parameter's name
     */
    record Whole(String parameter, JavaPlace place) implements KeyDeclaration {}
}
