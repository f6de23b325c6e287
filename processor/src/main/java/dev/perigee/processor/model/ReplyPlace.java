package dev.perigee.processor.model;

import dev.perigee.processor.declaration.Annotations;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import org.jspecify.annotations.Nullable;

/**
 * A place in a reply, with what is said about it.
 *
 * @param path the components that lead there, joined by dots; empty for the whole reply
 * @param scopes the declarations whose {@code @Codec} is about it, the nearest first
 * @param unit the unit that the nearest {@code @Reply} gives, if one does
 * @param byName whether a record here is read by name, whatever the record says
 * @param returned what the script returns here
 */
record ReplyPlace(
        String path, List<Element> scopes, @Nullable String unit, boolean byName, Returned returned) {

    ReplyPlace {
        scopes = List.copyOf(scopes);
    }

    /** The whole reply of a method. */
    static ReplyPlace whole(Element method, List<Element> scopes, Returned returned) {
        return new ReplyPlace("", scopes, said(method, "unit"), "true".equals(said(method, "byName")), returned);
    }

    /** What it is called in messages. */
    String name() {
        return path.isEmpty() ? "the reply" : path;
    }

    /** The elements of the array that is here. */
    ReplyPlace elements(Returned elements) {
        return new ReplyPlace(path, scopes, unit, byName, elements);
    }

    /** A component of a record that is here. */
    ReplyPlace component(Element record, Element component, Returned value) {
        List<Element> nearer = new ArrayList<>(scopes);
        if (Annotations.find(component, Annotations.CODEC).isPresent()) {
            nearer.remove(component);
            nearer.add(0, component);
        }
        String own = said(component, "unit");
        String ofRecord = said(record, "unit");
        String nearest = own != null ? own : ofRecord != null ? ofRecord : unit;
        String name = component.getSimpleName().toString();
        return new ReplyPlace(path.isEmpty() ? name : path + "." + name, nearer, nearest, false, value);
    }

    /** What the {@code @Reply} of an element says; null if there is none, or it leaves the default. */
    static @Nullable String said(Element element, String name) {
        AnnotationMirror reply = Annotations.find(element, Annotations.REPLY).orElse(null);
        return reply == null ? null : Annotations.text(reply, name).orElse(null);
    }
}
