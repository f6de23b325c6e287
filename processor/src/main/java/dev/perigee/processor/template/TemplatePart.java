package dev.perigee.processor.template;

import dev.perigee.lua.syntax.Span;
import java.util.List;

/** A piece of a key template. */
public sealed interface TemplatePart {

    /** Where it stands in the template. */
    Span span();

    /**
     * Text that is part of the key as it is.
     *
     * @param text the text, with {@code ##} already turned into {@code #}
     */
    record Literal(String text, Span span) implements TemplatePart {}

    /**
     * A value that is filled in.
     *
     * @param path the parameter's name, followed by those of properties
     */
    record Placeholder(List<String> path, Span span) implements TemplatePart {

        public Placeholder {
            path = List.copyOf(path);
        }
    }
}
