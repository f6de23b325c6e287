package dev.perigee.processor.model;

import dev.perigee.processor.diagnostics.InterfaceRule;
import java.util.function.Predicate;
import javax.lang.model.element.Element;

/** Finds what a {@code @Reply} says that is about nothing. */
final class ReplyEffect {

    private ReplyEffect() {}

    /** Checks that of a method, which is about its whole reply. */
    static void checkMethod(Element method, ReplyType read) throws Unreadable {
        checkUnit(method, "the reply has a unit", read);
        if ("true".equals(ReplyPlace.said(method, "byName")) && !directly(read, ReplyType.Tuple.class::isInstance)) {
            throw without("the reply is to be read by name, but is no record", "leave byName out");
        }
        if (ReplyPlace.said(method, "name") != null) {
            throw without(
                    "@Reply gives the whole reply a name", "leave the name out, or put it on a record's component");
        }
    }

    /** Checks that of a record's component. */
    static void checkComponent(Element component, ReplyType read) throws Unreadable {
        String name = component.getSimpleName().toString();
        checkUnit(component, name + " has a unit", read);
        if (ReplyPlace.said(component, "byName") != null) {
            throw without("byName is said of " + name + ", a component", "put it on the record's own declaration");
        }
    }

    private static void checkUnit(Element element, String problem, ReplyType read) throws Unreadable {
        if (ReplyPlace.said(element, "unit") != null && !anywhere(read)) {
            throw new Unreadable(
                    InterfaceRule.INVALID_UNIT,
                    problem + ", but there is no Duration or Instant in it",
                    "leave the unit out");
        }
    }

    private static Unreadable without(String problem, String help) {
        return new Unreadable(InterfaceRule.REPLY_WITHOUT_EFFECT, problem, help);
    }

    private static boolean anywhere(ReplyType type) {
        return directly(type, part -> {
            if (part instanceof ReplyType.Tuple tuple) {
                return tuple.components().stream().anyMatch(component -> anywhere(component.type()));
            } else if (part instanceof ReplyType.OneOf oneOf) {
                return oneOf.alternatives().stream().anyMatch(alternative -> anywhere(alternative.record()));
            }
            return part instanceof ReplyType.Time;
        });
    }

    /** Whether it holds of the type, or of what is in its containers. */
    private static boolean directly(ReplyType type, Predicate<ReplyType> test) {
        if (type instanceof ReplyType.Maybe maybe) {
            return directly(maybe.value(), test);
        } else if (type instanceof ReplyType.Many many) {
            return directly(many.element(), test);
        } else if (type instanceof ReplyType.Pairs pairs) {
            return directly(pairs.key(), test) || directly(pairs.value(), test);
        }
        return test.test(type);
    }
}
