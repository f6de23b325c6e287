package dev.perigee.processor.model;

import dev.perigee.processor.declaration.Annotations;
import dev.perigee.processor.model.ReplyType.Alternative;
import dev.perigee.processor.model.ReplyType.Component;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/** Decides how replies are read into records, and into sealed interfaces of records. */
final class RecordReader {

    /** More than anybody nests; a generic record that contains itself with other type arguments has no end. */
    private static final int DEEPEST = 32;

    private final Types types;
    private final PackageElement from;
    private final ReplyReader replies;
    private final Deque<String> enclosing = new ArrayDeque<>();

    RecordReader(Types types, PackageElement from, ReplyReader replies) {
        this.types = types;
        this.from = from;
        this.replies = replies;
    }

    /** What is read in the same way has the same. */
    private static String id(TypeMirror type, ReplyPlace place, boolean byName) {
        List<String> components = place.scopes().stream()
                .filter(RecordComponents::isComponent)
                .map(component -> component.getEnclosingElement() + "." + component)
                .toList();
        return type + (byName ? " by name" : "") + (components.isEmpty() ? "" : " in " + components);
    }

    ReplyType record(TypeMirror type, ReplyPlace place) throws Unreadable {
        TypeElement element = TypeReader.element(type);
        boolean byName = place.byName() || "true".equals(ReplyPlace.said(element, "byName"));
        String id = id(type, place, byName);
        if (enclosing.contains(id)) {
            return new ReplyType.Again(id);
        }
        ReplyType.Tuple tuple = tuple(id, (DeclaredType) type, place, byName, 1);
        if (tuple.components().stream().anyMatch(component -> isWithin(component.type(), id))) {
            throw ReplyReader.unreadable(
                    type, ", because it contains itself", "make the component an Optional, @Nullable or a List of it");
        }
        return tuple;
    }

    /** Whether the type of this id is always within, so that a reply would have no end. */
    private static boolean isWithin(ReplyType type, String id) {
        return type instanceof ReplyType.Tuple tuple
                ? tuple.components().stream().anyMatch(component -> isWithin(component.type(), id))
                : type instanceof ReplyType.Again again && again.id().equals(id);
    }

    /** @param first the position of the first component */
    private ReplyType.Tuple tuple(String id, DeclaredType type, ReplyPlace place, boolean byName, int first)
            throws Unreadable {
        push(id, type);
        TypeElement element = TypeReader.element(type);
        List<Component> components = new ArrayList<>();
        Set<String> keys = new HashSet<>();
        for (RecordComponents.Component component : RecordComponents.of(element)) {
            String name = component.name();
            String said = ReplyPlace.said(component.element(), "name");
            String key = said == null || said.isEmpty() ? name : said;
            if (!keys.add(key)) {
                throw ReplyReader.unreadable(
                        type,
                        ", because two of its components are called " + key,
                        "give each a @Reply(name = …) of its own");
            }
            Returned value =
                    byName ? place.returned().named(key) : place.returned().at(first + components.size());
            ReplyType read = replies.read(
                    component.type(types, type),
                    component.element(),
                    place.component(element, component.element(), value));
            ReplyEffect.checkComponent(component.element(), read);
            components.add(new Component(name, key, read));
        }
        enclosing.pop();
        return new ReplyType.Tuple(id, type, element.getSimpleName().toString(), byName, components);
    }

    ReplyType sealed(TypeMirror type, ReplyPlace place) throws Unreadable {
        TypeElement element = TypeReader.element(type);
        String id = id(type, place, false);
        if (enclosing.contains(id)) {
            return new ReplyType.Again(id);
        }
        push(id, type);
        List<Alternative> alternatives = new ArrayList<>();
        Map<String, String> known = new HashMap<>();
        for (TypeElement record : records(element, type)) {
            String name = record.getSimpleName().toString();
            List<String> codes = codes(record);
            for (String code : codes) {
                String other = known.putIfAbsent(code, name);
                if (other != null) {
                    throw ReplyReader.unreadable(
                            type,
                            ", because " + other + " and " + name + " have the same code, " + code,
                            "give each record a @Code of its own");
                }
            }
            alternatives.add(new Alternative(codes, alternative(record, type, codes, place)));
        }
        enclosing.pop();
        return new ReplyType.OneOf(id, type, element.getSimpleName().toString(), alternatives);
    }

    private ReplyType.Tuple alternative(TypeElement record, TypeMirror type, List<String> codes, ReplyPlace place)
            throws Unreadable {
        String name = record.getSimpleName().toString();
        if (!TypeReader.isVisible(record, from)) {
            throw ReplyReader.unreadable(
                    type, ", because an invoker cannot see " + name, "make it package-private or public");
        }
        if ("true".equals(ReplyPlace.said(record, "byName"))) {
            throw ReplyReader.unreadable(
                    type,
                    ", because " + name + " is read by name, and the components of an alternative follow its code",
                    "leave byName out: the elements after the code are the components, in order");
        }
        ReplyPlace here = place.elements(place.returned().chosenBy(new HashSet<>(codes)));
        DeclaredType declared = types.getDeclaredType(record);
        return tuple(id(declared, place, false) + " of " + type, declared, here, false, 2);
    }

    /** The records of a sealed interface, and of those that are its alternatives. */
    private static Set<TypeElement> records(TypeElement element, TypeMirror type) throws Unreadable {
        if (!element.getTypeParameters().isEmpty()) {
            throw ReplyReader.unreadable(
                    type, ", because it has type parameters", "give it and its records types instead");
        }
        Set<TypeElement> records = new LinkedHashSet<>();
        for (TypeMirror permitted : inOrder(element.getPermittedSubclasses())) {
            TypeElement alternative = TypeReader.element(permitted);
            if (TypeReader.isRecord(permitted)) {
                if (!alternative.getTypeParameters().isEmpty()) {
                    throw ReplyReader.unreadable(
                            type,
                            ", because " + alternative.getSimpleName() + " has type parameters",
                            "give it types instead");
                }
                records.add(alternative);
            } else if (TypeReader.isSealedInterface(permitted)) {
                records.addAll(records(alternative, type));
            } else {
                throw ReplyReader.unreadable(
                        type,
                        ", because " + alternative.getSimpleName() + " is no record",
                        "make it a record, or a sealed interface of records");
            }
        }
        return records;
    }

    /** Those declared in one type in the order of their text, in which not all compilers give them. */
    private static List<? extends TypeMirror> inOrder(List<? extends TypeMirror> permitted) {
        return permitted.stream()
                .sorted(Comparator.comparingInt(type -> {
                    TypeElement element = TypeReader.element(type);
                    return element.getEnclosingElement() instanceof TypeElement outer
                            ? outer.getEnclosedElements().indexOf(element)
                            : 0;
                }))
                .toList();
    }

    /** The code of a record, or the forms of its name: {@code SoldOut} and {@code SOLD_OUT}. */
    private static List<String> codes(Element record) {
        String name = record.getSimpleName().toString();
        String constant = name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toUpperCase(Locale.ROOT);
        return Annotations.find(record, Annotations.CODE)
                .flatMap(code -> Annotations.text(code, "value"))
                .map(List::of)
                .orElseGet(() -> name.equals(constant) ? List.of(name) : List.of(name, constant));
    }

    private void push(String id, TypeMirror type) throws Unreadable {
        if (enclosing.size() >= DEEPEST) {
            throw ReplyReader.unreadable(
                    type,
                    ", because it contains itself with ever other type arguments",
                    "declare a record without type parameters");
        }
        enclosing.push(id);
    }
}
