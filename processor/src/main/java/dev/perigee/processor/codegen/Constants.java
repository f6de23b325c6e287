package dev.perigee.processor.codegen;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.perigee.processor.model.Key;
import dev.perigee.processor.model.ReplyType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;

/**
 * The constants of an invoker besides its scripts: codecs, enums and JSON types, each under one name; and what the invoker
 * requires of its client.
 */
final class Constants {

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^A-Za-z0-9]+");

    private final Names names;
    private final Map<String, FieldSpec> fields = new LinkedHashMap<>();
    private final Map<String, FieldSpec> keys = new LinkedHashMap<>();
    private final Set<Code> requirements = new LinkedHashSet<>();

    /**
     * No constants yet.
     *
     * @param names the names that are taken where they are used, those of parameters included
     */
    Constants(Names names) {
        this.names = names;
    }

    /** The constant that holds an instance of a codec class. */
    String codec(TypeElement codec) {
        ClassName type = ClassName.get(codec);
        return give(type, Names.constant(type.simpleName()), Code.of("new $T()", type));
    }

    /**
     * The constant that knows an enum's constants.
     *
     * @param codes the code of each; none if they are known by name
     */
    String enumConstants(TypeMirror type, List<String> codes) {
        ClassName name = (ClassName) TypeName.get(type);
        Code arguments = Code.join(
                codes.stream()
                        .map(code -> Code.of(", $L", Literals.string(code)))
                        .toList(),
                "");
        return give(
                ParameterizedTypeName.get(Abi.ENUM_CONSTANTS, name),
                Names.constant(name.simpleName()) + (codes.isEmpty() ? "_CONSTANTS" : "_CODES"),
                Code.of("$T.of($T.values()$L)", Abi.ENUM_CONSTANTS, name, arguments));
    }

    /** The constant that says a type with its type arguments, and that the client must have a JSON codec. */
    String json(TypeMirror type) {
        requirements.add(new Code("requireJson()"));
        TypeName name =
                ParameterizedTypeName.get(Abi.JSON_TYPE, TypeName.get(type).box());
        return give(name, Names.constant(typeWords(type)) + "_JSON", Code.of("new $T() {}", name));
    }

    /**
     * The constant that has the names of a record's components.
     *
     * @param record the record's simple name
     */
    String components(String record, List<String> components) {
        return give(ArrayTypeName.of(String.class), Names.constant(record) + "_COMPONENTS", array(components));
    }

    /** The constant that knows the records of a sealed interface. */
    String alternatives(ReplyType.OneOf oneOf) {
        List<Code> codes = new ArrayList<>();
        List<Code> components = new ArrayList<>();
        for (ReplyType.Alternative alternative : oneOf.alternatives()) {
            codes.add(array(alternative.codes()));
            components.add(array(alternative.record().keys()));
        }
        return give(
                Abi.ALTERNATIVES,
                Names.constant(oneOf.name()) + "_ALTERNATIVES",
                Code.of(
                                "$T.of(\n$L,\nnew String[][] {$L},\nnew String[][] {$L})",
                                Abi.ALTERNATIVES,
                                Literals.string(oneOf.name()),
                                Code.join(codes, ", "),
                                Code.join(components, ", "))
                        .continued());
    }

    /**
     * The constant that has a key's text between its values: {@code sale:{#sku}:stock} is {@code SALE_STOCK_KEY}.
     *
     * @param literals what is before, between and after the values
     */
    String keyTemplate(Key key, List<String> literals) {
        FieldSpec known = keys.get(key.text());
        if (known == null) {
            Code arguments = Code.join(literals.stream().map(Literals::string).toList(), ", ");
            known = FieldSpec.builder(
                            Abi.KEY_TEMPLATE,
                            names.give(keyName(key, literals)),
                            Modifier.PRIVATE,
                            Modifier.STATIC,
                            Modifier.FINAL)
                    .addJavadoc(Code.of("$L.\n", Literals.javadoc(key.text())).block())
                    .initializer(
                            Code.of("$T.of($L)", Abi.KEY_TEMPLATE, arguments).block())
                    .build();
            keys.put(key.text(), known);
        }
        return known.name();
    }

    /** The words of its text; where it has none, of its values' names. */
    private static String keyName(Key key, List<String> literals) {
        String text = words(String.join(" ", literals));
        String name = text.isEmpty()
                ? key.values().stream()
                        .map(value -> words(Names.constant(Names.joined(value.path()))))
                        .collect(Collectors.joining("_"))
                : text;
        return Character.isDigit(name.charAt(0)) ? "KEY_" + name : name + "_KEY";
    }

    private static String words(String text) {
        return BETWEEN_WORDS
                .splitAsStream(text)
                .filter(word -> !word.isEmpty())
                .map(Names::constant)
                .collect(Collectors.joining("_"));
    }

    private static Code array(List<String> texts) {
        return Code.of("{$L}", Code.join(texts.stream().map(Literals::string).toList(), ", "));
    }

    /** The client must have an encoder for the type. */
    void requireEncoder(TypeName type) {
        requirements.add(Code.of("requireEncoder($T.class)", type));
    }

    /** The client must have a decoder for the type. */
    void requireDecoder(TypeName type) {
        requirements.add(Code.of("requireDecoder($T.class)", type));
    }

    /** All that were named. */
    List<FieldSpec> fields() {
        return Stream.concat(keys.values().stream(), fields.values().stream()).toList();
    }

    /** What the dispatch is asked for when the invoker is constructed: calls of its methods. */
    List<Code> requirements() {
        return List.copyOf(requirements);
    }

    private String give(TypeName type, String wanted, Code value) {
        FieldSpec known = fields.get(type + " " + value);
        if (known != null) {
            return known.name();
        }
        FieldSpec field = FieldSpec.builder(type, names.give(wanted), Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .initializer(value.block())
                .build();
        fields.put(type + " " + value, field);
        return field.name();
    }

    /** {@code Map<String, List<Order>>} as {@code MapStringListOrder}. */
    private static String typeWords(TypeMirror type) {
        String simple =
                TypeName.get(type).toString().replaceAll("[\\w]+\\.", "").replace("[]", "Array");
        return Arrays.stream(simple.split("\\W+"))
                .filter(word -> !word.isEmpty())
                .map(Names::upperCamel)
                .collect(Collectors.joining());
    }
}
