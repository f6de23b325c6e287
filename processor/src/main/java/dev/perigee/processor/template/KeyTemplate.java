package dev.perigee.processor.template;

import dev.perigee.lua.syntax.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A key template that was read.
 *
 * @param text as it was written
 * @param parts its parts, up to the problem if there is one
 * @param problem what is wrong with it
 */
public record KeyTemplate(
        String text, List<TemplatePart> parts, @Nullable Problem problem) {

    public KeyTemplate {
        parts = List.copyOf(parts);
    }

    /** The names of the parameters it uses. */
    public List<String> parameters() {
        return parts.stream()
                .filter(TemplatePart.Placeholder.class::isInstance)
                .map(part -> ((TemplatePart.Placeholder) part).path().get(0))
                .toList();
    }

    /**
     * What is wrong with a template.
     *
     * @param message in one line
     * @param span where
     * @param help what to do
     */
    public record Problem(String message, Span span, String help) {}
}
