package dev.perigee.processor.model;

import static dev.perigee.processor.model.TypeReader.isNamed;

import dev.perigee.processor.declaration.Annotations;
import dev.perigee.processor.declaration.ArgDeclaration;
import dev.perigee.processor.model.ArgumentReader.Value;
import dev.perigee.processor.model.ArgumentType.Absent.Holder;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.AnnotatedConstruct;
import javax.lang.model.element.Element;
import javax.lang.model.element.PackageElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.PrimitiveType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/** Decides what the values of one method become as arguments, in the order of ARGV. */
final class ArgumentTypeReader {

    private static final Map<String, TypeKind> OPTIONAL_PRIMITIVES = Map.of(
            "java.util.OptionalInt", TypeKind.INT,
            "java.util.OptionalLong", TypeKind.LONG,
            "java.util.OptionalDouble", TypeKind.DOUBLE);

    /** More than anybody nests; a generic record that contains itself with other type arguments has no end. */
    private static final int DEEPEST = 32;

    private final Types types;
    private final PackageElement from;
    private final CodecReader codecs;
    private final ArgumentUnits units;
    private final ArgumentFindings findings;
    private final Positions positions = new Positions();
    private final Deque<TypeMirror> enclosing = new ArrayDeque<>();

    ArgumentTypeReader(Types types, PackageElement from, ArgumentUnits units, ArgumentFindings findings) {
        this.types = types;
        this.from = from;
        this.codecs = new CodecReader(types);
        this.units = units;
        this.findings = findings;
    }

    /**
     * What a value becomes; empty if it cannot be passed, which is then reported.
     *
     * @param element the parameter or component; null for a type argument
     */
    Optional<ArgumentType> read(TypeMirror type, @Nullable Element element, Value value) {
        Optional<ArgumentType> read = readAny(type, element, value);
        if (element != null) {
            read.ifPresent(known -> findings.checkArg(type, known, value));
        }
        return read;
    }

    private Optional<ArgumentType> readAny(TypeMirror type, @Nullable Element element, Value value) {
        // The types of the method's parameters are checked before.
        if (element != null && RecordComponents.isComponent(element) && !TypeReader.isVisible(type, from)) {
            positions.lose();
            findings.invisible(value, type, from);
            return Optional.empty();
        }
        boolean json = has(Annotations.JSON, type, element);
        boolean nullable = !type.getKind().isPrimitive() && Nullness.isNullable(type, element);
        Optional<ArgumentType> present;
        if (isNamed(type, "java.util.Optional")) {
            present = optional(type, json, value);
        } else if (json) {
            positions.take();
            present = Optional.of(new ArgumentType.Json(type));
        } else {
            present = present(type, element, value);
        }
        return nullable ? present.flatMap(known -> absent(Holder.NULL, known, type, value)) : present;
    }

    private Optional<ArgumentType> optional(TypeMirror type, boolean json, Value value) {
        Optional<TypeMirror> held = bound(TypeReader.arguments(type), 0);
        if (held.isEmpty()) {
            return unsendable(value, type, ", and what it holds is not known");
        }
        if (json) {
            positions.take();
            return absent(Holder.OPTIONAL, new ArgumentType.Json(held.get()), type, value);
        }
        return read(held.get(), null, value).flatMap(known -> absent(Holder.OPTIONAL, known, type, value));
    }

    private Optional<ArgumentType> absent(Holder holder, ArgumentType present, TypeMirror type, Value value) {
        if (present.width() != 1 || present instanceof ArgumentType.Components) {
            return findings.absentSeveral(value, type);
        }
        // An empty Optional and a null are passed alike.
        ArgDeclaration arg = value.arg();
        String absent = arg == null || arg.absent() == null ? "" : arg.absent();
        return Optional.of(new ArgumentType.Absent(holder, present, absent));
    }

    private Optional<ArgumentType> present(TypeMirror type, @Nullable Element element, Value value) {
        TypeMirror boxed = type.getKind().isPrimitive()
                ? types.boxedClass((PrimitiveType) type).asType()
                : type;
        Optional<CodecUse> named = codecs.named(boxed, CodecReader.ENCODER, value.scopes());
        if (named.isPresent()) {
            return encoded(boxed, named.get(), value);
        }
        Optional<ArgumentType> single = single(type, element, value);
        if (single.isPresent()) {
            return single;
        }
        if (isNamed(type, "java.time.Duration") || isNamed(type, "java.time.Instant")) {
            return time(isNamed(type, "java.time.Instant"), value);
        }
        if (TypeReader.isEnum(type)) {
            return constant(type, value);
        }
        if (RecordComponents.isRecord(type)) {
            return record((DeclaredType) type, value);
        }
        return several(type, value);
    }

    private Optional<ArgumentType> encoded(TypeMirror type, CodecUse use, Value value) {
        if (use.codec() != null) {
            String problem = CodecReader.problem(use.codec(), from);
            if (!problem.isEmpty()) {
                return findings.codec(value, use.codec(), problem);
            }
        }
        positions.take();
        return Optional.of(new ArgumentType.Encoded(type, use));
    }

    private Optional<ArgumentType> single(TypeMirror type, @Nullable Element element, Value value) {
        if (type.getKind() == TypeKind.DECLARED) {
            TypeKind primitive = OPTIONAL_PRIMITIVES.get(
                    TypeReader.element(type).getQualifiedName().toString());
            if (primitive != null) {
                return ScalarReader.read(types.getPrimitiveType(primitive)).flatMap(known -> {
                    positions.take();
                    return absent(Holder.PRIMITIVE, known, type, value);
                });
            }
        }
        Optional<ArgumentType> scalar = ScalarReader.read(type);
        if (scalar.isPresent()) {
            int position = positions.take();
            if (element != null && (TypeReader.isPrimitiveInteger(type) || TypeReader.isBoxedInteger(type))) {
                String name = element.getSimpleName().toString();
                units.contradictedName(name, value, position).ifPresent(findings::add);
            }
        }
        return scalar;
    }

    private Optional<ArgumentType> time(boolean instant, Value value) {
        return units.unit(instant, value, positions, findings).map(unit -> new ArgumentType.Time(instant, unit));
    }

    private Optional<ArgumentType> constant(TypeMirror type, Value value) {
        positions.take();
        String problem = EnumReader.problem(type);
        if (!problem.isEmpty()) {
            return findings.codes(value, type, problem);
        }
        return Optional.of(new ArgumentType.Constant(type, EnumReader.codes(type)));
    }

    private Optional<ArgumentType> record(DeclaredType type, Value value) {
        boolean recursive =
                enclosing.size() > DEEPEST || enclosing.stream().anyMatch(outer -> types.isSameType(outer, type));
        if (recursive) {
            positions.lose();
            return findings.recursive(value, type);
        }
        enclosing.push(type);
        List<ArgumentType.Component> components = new ArrayList<>();
        boolean complete = true;
        for (RecordComponents.Component component : RecordComponents.of(TypeReader.element(type))) {
            String name = component.name();
            Value part = value.component(name, component.element());
            Optional<ArgumentType> read =
                    read(TypeReader.boundOrSelf(component.type(types, type)), component.element(), part);
            read.ifPresent(known -> codecs.unusedEncoders(component.element(), known)
                    .forEach(codec ->
                            findings.unusedCodec(part, codec, codecs.subject(codec.asType(), CodecReader.ENCODER))));
            String accessor = component.accessor().getSimpleName().toString();
            read.ifPresent(known -> components.add(new ArgumentType.Component(name, accessor, known)));
            complete &= read.isPresent();
        }
        enclosing.pop();
        String name = TypeReader.element(type).getSimpleName().toString();
        return complete ? Optional.of(new ArgumentType.Components(type, name, components)) : Optional.empty();
    }

    private Optional<ArgumentType> several(TypeMirror type, Value value) {
        ArgDeclaration arg = value.arg();
        boolean counted = arg != null && arg.count();
        if (type.getKind() == TypeKind.ARRAY) {
            TypeMirror element = ((ArrayType) type).getComponentType();
            boolean primitive = element.getKind().isPrimitive();
            boolean known = switch (element.getKind()) {
                case INT, LONG, DOUBLE -> true;
                default -> !primitive;
            };
            return known ? many(element, primitive, counted, type, value) : other(type, value);
        }
        return type.getKind() == TypeKind.DECLARED ? container(type, counted, value) : other(type, value);
    }

    private Optional<ArgumentType> container(TypeMirror type, boolean counted, Value value) {
        Optional<List<? extends TypeMirror>> elements = TypeReader.argumentsOf(types, type, "java.util.Collection");
        if (elements.isPresent()) {
            Optional<TypeMirror> element = bound(elements.get(), 0);
            return element.isEmpty()
                    ? unsendable(value, type, ", and its element type is not known")
                    : many(element.get(), false, counted, type, value);
        }
        Optional<List<? extends TypeMirror>> entries = TypeReader.argumentsOf(types, type, "java.util.Map");
        return entries.isPresent() ? entries(entries.get(), counted, type, value) : other(type, value);
    }

    private Optional<ArgumentType> other(TypeMirror type, Value value) {
        return codecs.registered(type, value.scopes())
                .map(use -> encoded(type, use, value))
                .orElseGet(() -> unsendable(value, type, ""));
    }

    private Optional<ArgumentType> many(
            TypeMirror element, boolean primitive, boolean counted, TypeMirror type, Value value) {
        begin(counted);
        Optional<ArgumentType> read = read(element, null, value.part("[]"));
        if (read.filter(ArgumentTypeReader::isMany).isPresent()) {
            return findings.nested(value, type);
        }
        return read.map(known -> new ArgumentType.Many(known, primitive, counted));
    }

    private Optional<ArgumentType> entries(
            List<? extends TypeMirror> arguments, boolean counted, TypeMirror type, Value value) {
        Optional<TypeMirror> keyType = bound(arguments, 0);
        Optional<TypeMirror> valueType = bound(arguments, 1);
        if (keyType.isEmpty() || valueType.isEmpty()) {
            return unsendable(value, type, ", and its types of keys and values are not known");
        }
        begin(counted);
        Optional<ArgumentType> key = read(keyType.get(), null, value.part("[].key"));
        Optional<ArgumentType> held = read(valueType.get(), null, value.part("[].value"));
        if (key.isEmpty() || held.isEmpty()) {
            return Optional.empty();
        }
        return isMany(key.get()) || isMany(held.get())
                ? findings.nested(value, type)
                : Optional.of(new ArgumentType.Entries(key.get(), held.get(), counted));
    }

    /** How many arguments it would have been, nobody knows. */
    private Optional<ArgumentType> unsendable(Value value, TypeMirror type, String reason) {
        positions.lose();
        return findings.unsendable(value, type, reason);
    }

    private void begin(boolean counted) {
        if (counted) {
            positions.take();
        }
        positions.open();
    }

    private static boolean isMany(ArgumentType type) {
        return type instanceof ArgumentType.Many || type instanceof ArgumentType.Entries;
    }

    /** A type argument, or what is known of it. */
    private static Optional<TypeMirror> bound(List<? extends TypeMirror> arguments, int index) {
        return index < arguments.size()
                ? Optional.ofNullable(TypeReader.bound(arguments.get(index)))
                : Optional.empty();
    }

    private static boolean has(String annotation, TypeMirror type, @Nullable Element element) {
        return isOn(type, annotation) || (element != null && isOn(element, annotation));
    }

    private static boolean isOn(AnnotatedConstruct construct, String annotation) {
        return construct.getAnnotationMirrors().stream()
                .anyMatch(mirror -> isNamed(mirror.getAnnotationType(), annotation));
    }
}
