package dev.perigee.processor.model;

import dev.perigee.processor.declaration.ArgDeclaration;
import dev.perigee.processor.declaration.ParameterDeclaration;
import dev.perigee.processor.diagnostics.JavaPlace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import org.jspecify.annotations.Nullable;

/** Decides how the parameters of a method are passed. */
final class ArgumentReader {

    /**
     * A value that is about to be read.
     *
     * @param name its name, with that of what it is a part of: {@code order.customer}
     * @param place where findings about it are reported
     * @param scopes the declarations whose annotations are about it, the nearest first
     * @param arg what the nearest {@code @Arg} says
     * @param argPlace where findings about that are reported
     */
    record Value(
            String name,
            JavaPlace place,
            List<? extends Element> scopes,
            @Nullable ArgDeclaration arg,
            JavaPlace argPlace) {

        /** A component of this record. */
        Value component(String component, Element element) {
            List<Element> nearer = new ArrayList<>();
            nearer.add(element);
            nearer.addAll(scopes);
            return new Value(name + "." + component, place, nearer, ArgDeclaration.of(element, place), place);
        }

        /** An element of this collection, or the key or value of this map. */
        Value part(String suffix) {
            return new Value(name + suffix, place, scopes, arg, argPlace);
        }
    }

    private final ArgumentTypeReader types;
    private final List<? extends Element> scopes;

    /**
     * A reader for a method.
     *
     * @param scopes the method and its interfaces, the nearest first
     */
    ArgumentReader(ArgumentTypeReader types, List<? extends Element> scopes) {
        this.types = types;
        this.scopes = scopes;
    }

    /** How the next parameter in the order of ARGV is passed; empty if it cannot be, which is then reported. */
    Optional<Argument> read(ParameterDeclaration parameter) {
        List<Element> all = new ArrayList<>();
        all.add(parameter.element());
        all.addAll(scopes);
        ArgDeclaration arg = parameter.arg();
        JavaPlace argPlace = arg == null ? parameter.place() : arg.place();
        return types.read(
                        parameter.type(),
                        parameter.element(),
                        new Value(parameter.name(), parameter.place(), all, arg, argPlace))
                .map(type -> new Argument(parameter, type));
    }
}
