package dev.perigee.processor.declaration;

import dev.perigee.processor.diagnostics.JavaPlace;
import javax.lang.model.element.Element;
import org.jspecify.annotations.Nullable;

/**
 * An {@code @Arg}.
 *
 * @param unit the name of the {@code ChronoUnit}, if one is given
 * @param count whether the number of elements is passed
 * @param absent what is passed for what is absent, if that is said
 * @param place the annotation
 */
public record ArgDeclaration(
        @Nullable String unit, boolean count, @Nullable String absent, JavaPlace place) {

    /**
     * The {@code @Arg} of an element; null if it has none.
     *
     * @param place where findings about it are reported
     */
    public static @Nullable ArgDeclaration of(Element element, JavaPlace place) {
        return Annotations.find(element, Annotations.ARG)
                .map(annotation -> new ArgDeclaration(
                        Annotations.text(annotation, "unit").orElse(null),
                        Annotations.text(annotation, "count")
                                .filter("true"::equals)
                                .isPresent(),
                        Annotations.text(annotation, "absent").orElse(null),
                        place))
                .orElse(null);
    }

    /** What it says, whoever says it. */
    String text() {
        return "@Arg " + unit + " " + count + " " + absent;
    }
}
