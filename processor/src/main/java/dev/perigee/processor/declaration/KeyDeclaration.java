package dev.perigee.processor.declaration;

import dev.perigee.processor.diagnostics.JavaPlace;
import dev.perigee.processor.template.KeyTemplate;
import dev.perigee.processor.template.TemplatePart;
import java.util.List;
import java.util.stream.Collectors;

/** A {@code @Key}. */
public sealed interface KeyDeclaration {

    /** The annotation. */
    JavaPlace place();

    /**
     * The key with the positions of parameters instead of their names.
     *
     * @param parameters the names, in order
     */
    String shape(List<String> parameters);

    /**
     * A key that is built from a template.
     *
     * @param template the template
     */
    record Templated(KeyTemplate template, JavaPlace place) implements KeyDeclaration {

        @Override
        public String shape(List<String> parameters) {
            return template.parts().stream()
                    .map(part -> {
                        if (part instanceof TemplatePart.Literal literal) {
                            return literal.text();
                        }
                        List<String> path = ((TemplatePart.Placeholder) part).path();
                        return "#" + parameters.indexOf(path.get(0)) + path.subList(1, path.size());
                    })
                    .collect(Collectors.joining());
        }
    }

    /**
     * A key that is a parameter's whole value.
     *
     * @param parameter the parameter's name
     */
    record Whole(String parameter, JavaPlace place) implements KeyDeclaration {

        @Override
        public String shape(List<String> parameters) {
            return "#" + parameters.indexOf(parameter);
        }
    }
}
