package dev.perigee.processor.model;

import static dev.perigee.processor.model.TypeReader.isNamed;

import dev.perigee.processor.declaration.Annotations;
import dev.perigee.processor.diagnostics.InterfaceRule;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.AnnotatedConstruct;
import javax.lang.model.element.Element;
import javax.lang.model.element.PackageElement;
import javax.lang.model.type.PrimitiveType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/** Decides how a reply is read into a type. */
final class ReplyReader {

    private static final String HELP =
            "replies are void, booleans, numbers, String, byte[], UUID, Duration, Instant and"
                    + " enums; Optional, List, Set, Map, records and sealed interfaces of records of these; and what @Json or a"
                    + " @Codec reads";

    private static final Map<String, String> SCALARS = Map.ofEntries(
            Map.entry("java.lang.Byte", "asByte"),
            Map.entry("java.lang.Short", "asShort"),
            Map.entry("java.lang.Integer", "asInt"),
            Map.entry("java.lang.Long", "asLong"),
            Map.entry("java.lang.Float", "asFloat"),
            Map.entry("java.lang.Double", "asDouble"),
            Map.entry("java.lang.Boolean", "asBoolean"),
            Map.entry("java.lang.String", "asString"),
            Map.entry("java.math.BigDecimal", "asBigDecimal"),
            Map.entry("java.math.BigInteger", "asBigInteger"),
            Map.entry("java.util.UUID", "asUuid"));

    private static final Map<String, String> OPTIONALS = Map.of(
            "java.util.OptionalInt", "asInt",
            "java.util.OptionalLong", "asLong",
            "java.util.OptionalDouble", "asDouble");

    private static final Set<String> LISTS =
            Set.of("java.util.List", "java.util.Collection", "java.lang.Iterable", "java.util.SequencedCollection");

    private final Types types;
    private final PackageElement from;
    private final CodecReader codecs;
    private final ReplyUnits units;
    private final RecordReader records;

    /** A reader for invokers in a package. */
    ReplyReader(Types types, PackageElement from, ReplyUnits units) {
        this.types = types;
        this.from = from;
        this.codecs = new CodecReader(types);
        this.units = units;
        this.records = new RecordReader(types, from, this);
    }

    /**
     * What the reply of a call is read into.
     *
     * @param type its type, without what says how a method is called
     * @param method the method
     * @param nullable whether nil gives null, also where the type itself does not say so
     */
    ReplyType readWhole(TypeMirror type, Element method, boolean nullable, ReplyPlace place) throws Unreadable {
        if (type.getKind() == TypeKind.VOID || isNamed(type, "java.lang.Void")) {
            return new ReplyType.Nothing();
        }
        ReplyType read = read(type, null, isOn(method), place);
        ReplyEffect.checkMethod(method, read);
        return nullable && !type.getKind().isPrimitive() && !(read instanceof ReplyType.Maybe)
                ? new ReplyType.Maybe(read, ReplyType.Absence.NULL)
                : read;
    }

    /** As {@link #readWhole}, where a list's elements are what the method gives, one by one. */
    ReplyType readStream(TypeMirror list, Element method, ReplyPlace place) throws Unreadable {
        ReplyPlace elements = place.elements(place.returned().every(1, 1));
        ReplyType read = new ReplyType.Many(false, read(argument(list, 0), null, isOn(method), elements));
        ReplyEffect.checkMethod(method, read);
        return read;
    }

    /**
     * What is at a place is read into.
     *
     * @param element the component; null for a type argument
     */
    ReplyType read(TypeMirror type, @Nullable Element element, ReplyPlace place) throws Unreadable {
        return read(type, element, element != null && isOn(element), place);
    }

    private ReplyType read(TypeMirror type, @Nullable Element element, boolean json, ReplyPlace place)
            throws Unreadable {
        boolean nullable = !type.getKind().isPrimitive() && Nullness.isNullable(type, element);
        ReplyType present = readPresent(type, json || isOn(type), place);
        return nullable && !(present instanceof ReplyType.Maybe)
                ? new ReplyType.Maybe(present, ReplyType.Absence.NULL)
                : present;
    }

    private static boolean isOn(AnnotatedConstruct construct) {
        return construct.getAnnotationMirrors().stream()
                .anyMatch(mirror -> isNamed(mirror.getAnnotationType(), Annotations.JSON));
    }

    private ReplyType readPresent(TypeMirror type, boolean json, ReplyPlace place) throws Unreadable {
        if (isNamed(type, "java.util.Optional")) {
            return new ReplyType.Maybe(read(argument(type, 0), null, json, place), ReplyType.Absence.OPTIONAL);
        }
        if (json) {
            return new ReplyType.Json(visible(type));
        }
        TypeMirror boxed = type.getKind().isPrimitive()
                ? types.boxedClass((PrimitiveType) type).asType()
                : type;
        Optional<CodecUse> named = codecs.named(boxed, CodecReader.DECODER, place.scopes());
        if (named.isPresent()) {
            return decoded(boxed, named.get());
        }
        if (type.getKind().isPrimitive() && !SCALARS.containsKey(boxed.toString())) {
            throw unreadable(type, "");
        }
        return switch (boxed.getKind()) {
            case ARRAY -> TypeReader.isBytes(type) ? new ReplyType.Scalar("asBytes") : other(type, place);
            case DECLARED -> readDeclared(boxed, place);
            default -> throw unreadable(type, "");
        };
    }

    private ReplyType decoded(TypeMirror type, CodecUse use) throws Unreadable {
        if (use.codec() != null) {
            String problem = CodecReader.problem(use.codec(), from);
            if (!problem.isEmpty()) {
                throw new Unreadable(
                        InterfaceRule.INVALID_CODEC,
                        TypeReader.simpleName(type) + " cannot be decoded by "
                                + TypeReader.simpleName(use.codec().asType()) + ", which " + problem,
                        "a codec is a class, not abstract, with a constructor without parameters, both visible to the"
                                + " interface's package");
            }
        }
        return new ReplyType.Decoded(visible(type), use);
    }

    private ReplyType readDeclared(TypeMirror type, ReplyPlace place) throws Unreadable {
        String name = TypeReader.element(type).getQualifiedName().toString();
        if (SCALARS.containsKey(name)) {
            return new ReplyType.Scalar(SCALARS.getOrDefault(name, ""));
        }
        if (OPTIONALS.containsKey(name)) {
            return new ReplyType.Maybe(
                    new ReplyType.Scalar(OPTIONALS.getOrDefault(name, "")), ReplyType.Absence.PRIMITIVE_OPTIONAL);
        }
        if (LISTS.contains(name) || name.equals("java.util.Set")) {
            ReplyPlace elements = place.elements(place.returned().every(1, 1));
            return new ReplyType.Many(name.equals("java.util.Set"), read(argument(type, 0), null, elements));
        }
        return switch (name) {
            case "java.util.Map" ->
                new ReplyType.Pairs(
                        read(
                                argument(type, 0),
                                null,
                                place.elements(place.returned().every(1, 2))),
                        read(
                                argument(type, 1),
                                null,
                                place.elements(place.returned().every(2, 2))));
            case "java.time.Duration" -> new ReplyType.Time(false, units.of(false, place));
            case "java.time.Instant" -> new ReplyType.Time(true, units.of(true, place));
            default -> readOwn(type, place);
        };
    }

    /** A type of the user's. */
    private ReplyType readOwn(TypeMirror type, ReplyPlace place) throws Unreadable {
        if (TypeReader.isEnum(type)) {
            String problem = EnumReader.problem(type);
            if (!problem.isEmpty()) {
                throw new Unreadable(
                        InterfaceRule.INVALID_CODES,
                        "a reply cannot be read into " + TypeReader.simpleName(type) + ", of which " + problem,
                        "give every constant a @Code of its own, or none");
            }
            return new ReplyType.Constant(visible(type), EnumReader.codes(type));
        }
        if (RecordComponents.isRecord(type)) {
            return records.record(visible(type), place);
        }
        return TypeReader.isSealedInterface(type) ? records.sealed(visible(type), place) : other(type, place);
    }

    private ReplyType other(TypeMirror type, ReplyPlace place) throws Unreadable {
        Optional<CodecUse> registered = codecs.registered(type, place.scopes());
        if (registered.isEmpty()) {
            throw unreadable(type, "");
        }
        boolean generic = type.getKind() == TypeKind.DECLARED
                && !TypeReader.arguments(type).isEmpty();
        if (generic) {
            throw unreadable(
                    type,
                    ", because decoders are registered for types without type arguments",
                    "name the class that decodes it: @Codec(…)");
        }
        return decoded(type, registered.get());
    }

    private TypeMirror visible(TypeMirror type) throws Unreadable {
        if (!TypeReader.isVisible(type, from)) {
            throw unreadable(type, ", because an invoker cannot see it", "make it package-private or public");
        }
        return TypeReader.unannotated(types, type);
    }

    static TypeMirror argument(TypeMirror type, int index) throws Unreadable {
        List<? extends TypeMirror> arguments = TypeReader.arguments(type);
        TypeMirror bound = index < arguments.size() ? TypeReader.bound(arguments.get(index)) : null;
        if (bound == null) {
            throw unreadable(
                    type, ", because its type argument is not known", "give it one that is a type, as in List<String>");
        }
        return bound;
    }

    private static Unreadable unreadable(TypeMirror type, String reason) {
        return unreadable(type, reason, HELP);
    }

    static Unreadable unreadable(TypeMirror type, String reason, String help) {
        return new Unreadable(
                InterfaceRule.UNSUPPORTED_RETURN_TYPE,
                "a reply cannot be read into " + TypeReader.simpleName(type) + reason,
                help);
    }
}
