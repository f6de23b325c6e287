package dev.perigee.processor.codegen;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import dev.perigee.processor.declaration.ParameterDeclaration;
import dev.perigee.processor.model.Argument;
import dev.perigee.processor.model.ArgumentType;
import dev.perigee.processor.model.Key;
import dev.perigee.processor.model.KeyPart;
import dev.perigee.processor.model.Operation;
import dev.perigee.processor.model.ScriptMethod;
import dev.perigee.processor.slots.Guard;
import dev.perigee.processor.slots.OperationKey;
import dev.perigee.processor.slots.SlotProof;
import dev.perigee.processor.slots.SlotProver;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** The values that a call keeps: one field for each, checked where it is assigned. */
final class CallFields {

    /**
     * A field.
     *
     * @param name its name
     * @param type its type
     * @param value what the constructor assigns to it
     */
    record Field(String name, TypeName type, Code value) {}

    private final ScriptMethod method;
    private final List<Key> keys;
    private final List<Guard> guards;
    private final boolean comparesSlots;
    private final ArgumentsWriter arguments;
    private final Map<String, Field> byPath = new LinkedHashMap<>();
    private final Map<String, Field> byArgument = new LinkedHashMap<>();
    private final Names fieldNames;
    private final String codecs;

    private CallFields(ScriptMethod method, ArgumentsWriter arguments) {
        this.method = method;
        this.arguments = arguments;
        this.keys = OperationKey.andOthers(method);
        SlotProof proof = SlotProver.prove(keys);
        this.guards = proof instanceof SlotProof.Proved proved ? proved.guards() : List.of();
        this.comparesSlots = proof instanceof SlotProof.Unknown
                || (proof instanceof SlotProof.Refuted && method.declaration().runtimeSlots());
        this.fieldNames = Names.without(method.declaration().parameters().stream()
                .map(ParameterDeclaration::name)
                .toList());
        this.codecs = fieldNames.give("codecs");
    }

    static CallFields of(ScriptMethod method, ArgumentsWriter arguments) {
        CallFields fields = new CallFields(method, arguments);
        for (ParameterDeclaration parameter : method.declaration().parameters()) {
            fields.add(parameter);
        }
        fields.addOperation();
        return fields;
    }

    /** In the order of the parameters they come from. */
    List<Field> all() {
        Map<String, Field> byName = new LinkedHashMap<>();
        byPath.values().forEach(field -> byName.put(field.name(), field));
        byArgument.values().forEach(field -> byName.put(field.name(), field));
        return List.copyOf(byName.values());
    }

    /** A scope in which the fields' names are taken. */
    Names names() {
        return Names.without(all().stream().map(Field::name).toList());
    }

    /** Whether what is registered on the client is needed to make the call. */
    boolean needCodecs() {
        return byArgument.values().stream().anyMatch(field -> field.type().equals(Abi.ARGUMENT_BUFFER));
    }

    /** The parameter that has what is registered on the client. */
    String codecs() {
        return codecs;
    }

    /** The keys that the call sends. */
    List<Key> keys() {
        return keys;
    }

    String name(KeyPart.Value value) {
        return Objects.requireNonNull(byPath.get(value.name())).name();
    }

    String name(Argument argument) {
        return Objects.requireNonNull(byArgument.get(argument.name())).name();
    }

    /** What is passed to be sent as an argument. */
    Code sent(Argument argument) {
        boolean coded = argument.type() instanceof ArgumentType.Constant constant
                && !constant.codes().isEmpty();
        return coded
                ? Code.of("$L, $L", name(argument), arguments.codes((ArgumentType.Constant) argument.type()))
                : new Code(name(argument));
    }

    private void add(ParameterDeclaration parameter) {
        for (Key key : keys) {
            for (KeyPart.Value value : key.values()) {
                if (value.parameter().equals(parameter.name())) {
                    addValue(parameter, value);
                }
            }
        }
        method.arguments().stream()
                .filter(argument -> argument.name().equals(parameter.name()))
                .findFirst()
                .ifPresent(this::addArgument);
    }

    /** An id that is made for the call is made once, so that the call has it however often it is sent. */
    private void addOperation() {
        Operation operation = method.operation();
        if (operation != null && !operation.given()) {
            String field = fieldNames.give("operationId");
            ClassName string = ClassName.get(String.class);
            byPath.put(operation.id().name(), new Field(field, string, new Code("newOperationId()")));
        }
    }

    private void addArgument(Argument argument) {
        String name = argument.name();
        Field inKey = byPath.get(name);
        Optional<Field> plain = plain(argument);
        if (plain.isPresent() && inKey != null) {
            byArgument.put(name, inKey);
        } else if (plain.isPresent()) {
            byArgument.put(name, plain.get());
        } else {
            Code buffer = Code.of("buffer($L).name($L)", codecs, Literals.string(name));
            Code value = arguments.add(argument.type(), buffer, new Code(name), fieldNames);
            String field = inKey == null ? name : fieldNames.give(name + "Arguments");
            byArgument.put(name, new Field(field, Abi.ARGUMENT_BUFFER, value));
        }
    }

    /** What is kept as it is, and written when the call is sent; empty for what is encoded at once. */
    private static Optional<Field> plain(Argument argument) {
        String name = argument.name();
        Code label = Literals.string(name);
        TypeName type = TypeName.get(argument.parameter().type());
        Code required = Code.of("required($L, $L)", label, name);
        if (argument.type() instanceof ArgumentType.Time time) {
            String method = time.instant() ? "sinceEpoch" : "inUnit";
            return Optional.of(new Field(
                    name,
                    TypeName.LONG,
                    Code.of("$L($L, $L, $T.$L)", method, label, name, ChronoUnit.class, time.unit())));
        }
        if (argument.type() instanceof ArgumentType.Constant) {
            return Optional.of(new Field(name, type, required));
        }
        if (!(argument.type() instanceof ArgumentType.Scalar scalar)) {
            return Optional.empty();
        }
        ClassName string = ClassName.get(String.class);
        return Optional.of(
                switch (scalar.form()) {
                    case PRIMITIVE, CHARACTER -> new Field(name, type, new Code(name));
                    case PRIMITIVE_FLOATING -> new Field(name, type, Code.of("finite($L, $L)", label, name));
                    case FLOATING -> new Field(name, type, Code.of("finite($L, $L)", label, required));
                    case TEXT -> new Field(name, string, Code.of("$L.toString()", required));
                    case BYTES -> new Field(name, type, Code.of("bytes($L, $L)", label, name));
                    case OBJECT -> new Field(name, type, required);
                });
    }

    private void addValue(ParameterDeclaration parameter, KeyPart.Value value) {
        String path = value.name();
        if (byPath.containsKey(path)) {
            return;
        }
        if (value.list()) {
            byPath.put(
                    path,
                    new Field(
                            path,
                            TypeName.get(parameter.type()),
                            Code.of("elements($L, $L)", Literals.string(path), path)));
        } else if (value.properties().isEmpty()) {
            byPath.put(path, new Field(path, TypeName.get(parameter.type()), checked(value, new Code(path))));
        } else {
            String name = fieldNames.give(Names.joined(value.path()));
            byPath.put(path, new Field(name, typeAtEnd(value.kind()), atEnd(value)));
        }
    }

    /** A property path ends in what cannot change, so that nothing is read from the user's objects after the constructor. */
    private static TypeName typeAtEnd(KeyPart.Kind kind) {
        return switch (kind) {
            case INTEGER, PRIMITIVE_INTEGER -> TypeName.LONG;
            case BOOLEAN, PRIMITIVE_BOOLEAN -> TypeName.BOOLEAN;
            case UUID -> ClassName.get(UUID.class);
            case TEXT, BYTES, ENUM -> ClassName.get(String.class);
        };
    }

    private Code atEnd(KeyPart.Value value) {
        Code expression = new Code(value.parameter());
        StringBuilder path = new StringBuilder(value.parameter());
        for (KeyPart.Property property : value.properties()) {
            expression =
                    Code.of("required($L, $L).$L()", Literals.string(path.toString()), expression, property.accessor());
            path.append('.').append(property.name());
        }
        Code checked = checked(value, expression);
        return switch (value.kind()) {
            case INTEGER -> Code.of("$L.longValue()", checked);
            case ENUM -> Code.of("$L.name()", checked);
            case TEXT, BYTES, UUID, BOOLEAN, PRIMITIVE_INTEGER, PRIMITIVE_BOOLEAN -> checked;
        };
    }

    /** The value after the checks that its type and the slot proof ask for. */
    private Code checked(KeyPart.Value value, Code expression) {
        if (value.kind().isPrimitive()) {
            return expression;
        }
        if (value.kind() == KeyPart.Kind.BYTES) {
            return Code.of("bytes($L, $L)", Literals.string(value.name()), expression);
        }
        Code checked = expression;
        boolean guarded = false;
        for (Guard guard : guards) {
            String check = checkFor(guard, value);
            if (!check.isEmpty()) {
                checked = Code.of("$L($L, $L)", check, Literals.string(value.name()), checked);
                guarded = true;
            }
        }
        if (guarded) {
            return checked;
        }
        Operation operation = method.operation();
        String check = operation != null && operation.isGiven(value) ? "operationId" : "required";
        return Code.of("$L($L, $L)", check, Literals.string(value.name()), expression);
    }

    /** The method of a call that checks what a guard says of a value; empty if it says nothing of it. */
    private static String checkFor(Guard guard, KeyPart.Value value) {
        if (guard instanceof Guard.Tag tag) {
            return tag.value().equals(value) ? "hashTag" : "";
        }
        if (guard instanceof Guard.TagStart tag) {
            return tag.value().equals(value) ? "hashTagStart" : "";
        }
        if (guard instanceof Guard.BeforeTag before) {
            return before.value().equals(value) ? "beforeHashTag" : "";
        }
        if (guard instanceof Guard.Bare bare) {
            return bare.value().equals(value) ? "withoutBraces" : "";
        }
        return "";
    }

    /** Checks that are made when all fields are assigned. */
    List<Code> checks() {
        List<Code> checks = new ArrayList<>();
        for (Guard guard : guards) {
            if (guard instanceof Guard.Text text) {
                String names = text.parts().stream()
                        .filter(KeyPart.Value.class::isInstance)
                        .map(part -> ((KeyPart.Value) part).name())
                        .collect(Collectors.joining(", "));
                checks.add(Code.of("requireHashTag($L, $L)", Literals.string(names), text(text.parts(), ""))
                        .statement());
            }
        }
        String element = names().give("element");
        listsOf(guards)
                .forEach((value, check) -> checks.add(Code.loop(
                        Code.of("$T $L : this.$L", String.class, element, name(value)),
                        Code.of("$L($L, $L)", check, Literals.string(value.name()), element))));
        if (comparesSlots) {
            checks.add(new Code("requireOneSlot()").statement());
        }
        return checks;
    }

    private static Map<KeyPart.Value, String> listsOf(List<Guard> guards) {
        Map<KeyPart.Value, String> lists = new LinkedHashMap<>();
        for (Guard guard : guards) {
            if (guard instanceof Guard.BeforeTag before && before.value().list()) {
                lists.put(before.value(), "beforeHashTag");
            }
        }
        return lists;
    }

    /** Whether a part is sent as text, whatever it was. */
    static boolean isText(KeyPart.Value value) {
        return value.kind().isFree() || value.kind() == KeyPart.Kind.ENUM;
    }

    /**
     * The expression of a value in a key.
     *
     * @param element the variable that holds the element of a list
     */
    Code part(KeyPart.Value value, String element) {
        String variable = value.list() ? element : name(value);
        boolean constant =
                value.kind() == KeyPart.Kind.ENUM && value.properties().isEmpty();
        return Code.of(constant ? "$L.name()" : "$L", variable);
    }

    /**
     * The expression of a key.
     *
     * @param element the variable that holds the element of a list
     */
    Code text(List<KeyPart> parts, String element) {
        List<Code> pieces = new ArrayList<>();
        for (KeyPart part : parts) {
            if (part instanceof KeyPart.Text text) {
                pieces.add(Literals.string(text.text()));
                continue;
            }
            KeyPart.Value value = (KeyPart.Value) part;
            Code expression = part(value, element);
            boolean first = pieces.isEmpty() && !isText(value);
            pieces.add(first ? Code.of("$T.valueOf($L)", String.class, expression) : expression);
        }
        return Code.join(pieces, " + ");
    }
}
