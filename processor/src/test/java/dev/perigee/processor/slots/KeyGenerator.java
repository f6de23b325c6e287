package dev.perigee.processor.slots;

import dev.perigee.processor.diagnostics.JavaPlace;
import dev.perigee.processor.model.Key;
import dev.perigee.processor.model.KeyPart;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.lang.model.element.Element;

/** Makes keys and values, most of them alike enough to share a tag, and with braces where they hurt. */
final class KeyGenerator {

    static final KeyPart.Value LIST = value("list", KeyPart.Kind.TEXT, true);
    private static final List<KeyPart.Value> FREE = Stream.of("a", "b", "c")
            .map(name -> value(name, KeyPart.Kind.TEXT, false))
            .toList();
    private static final KeyPart.Value NUMBER = value("number", KeyPart.Kind.PRIMITIVE_INTEGER, false);
    private static final KeyPart.Value CONSTANT = value("constant", KeyPart.Kind.ENUM, false);
    private static final List<String> LITERALS =
            List.of(":", "x", "sale:", "{", "}", "{}", "}{", "{x}", "é", "a{b", "##");
    private static final List<String> TEXTS =
            List.of("", "{", "}", "{}", "}{", "a{b}c", "{{x}}", "moon", "u42", "é", "月", "\ud83c\udf19", "a}", "{b");

    private final Random random;

    KeyGenerator(long seed) {
        this.random = new Random(seed);
    }

    static KeyPart.Value value(String name, KeyPart.Kind kind, boolean list) {
        return new KeyPart.Value(name, List.of(), kind, list);
    }

    /** A key with these parts. Where it is declared plays no part in proofs. */
    static Key key(List<KeyPart> parts) {
        String text = parts.stream()
                .map(part ->
                        part instanceof KeyPart.Text literal ? literal.text() : "#" + ((KeyPart.Value) part).name())
                .collect(Collectors.joining());
        return new Key(text, parts, NOWHERE);
    }

    private static final JavaPlace NOWHERE = JavaPlace.of((Element) java.lang.reflect.Proxy.newProxyInstance(
            Element.class.getClassLoader(), new Class<?>[] {Element.class}, (proxy, method, arguments) -> {
                throw new UnsupportedOperationException(method.getName());
            }));

    List<Key> keys() {
        List<KeyPart> tag = parts(2);
        List<KeyPart> prefix = parts(2);
        int count = 1 + random.nextInt(3);
        return IntStream.range(0, count).mapToObj(i -> key(tag, prefix)).toList();
    }

    private Key key(List<KeyPart> tag, List<KeyPart> sharedPrefix) {
        List<KeyPart> parts = new ArrayList<>();
        switch (random.nextInt(8)) {
            case 0 -> parts.addAll(tag);
            case 1 -> parts.addAll(parts(4));
            default -> {
                parts.addAll(random.nextBoolean() ? sharedPrefix : parts(2));
                parts.add(new KeyPart.Text("{"));
                parts.addAll(tag);
                parts.add(new KeyPart.Text("}"));
                parts.addAll(parts(2));
                if (random.nextInt(4) == 0) {
                    parts.add(random.nextInt(parts.size() + 1), LIST);
                }
            }
        }
        if (parts.isEmpty()) {
            parts.add(NUMBER);
        }
        return key(merged(parts));
    }

    /** Neighbouring literals are one, as in a template. */
    private static List<KeyPart> merged(List<KeyPart> parts) {
        List<KeyPart> merged = new ArrayList<>();
        for (KeyPart part : parts) {
            int last = merged.size() - 1;
            if (part instanceof KeyPart.Text text && last >= 0 && merged.get(last) instanceof KeyPart.Text before) {
                merged.set(last, new KeyPart.Text(before.text() + text.text()));
            } else {
                merged.add(part);
            }
        }
        return merged;
    }

    private List<KeyPart> parts(int most) {
        return Stream.generate(this::part).limit(random.nextInt(most + 1)).toList();
    }

    private KeyPart part() {
        return switch (random.nextInt(8)) {
            case 0, 1, 2 -> new KeyPart.Text(LITERALS.get(random.nextInt(LITERALS.size())));
            case 3 -> NUMBER;
            case 4 -> CONSTANT;
            default -> FREE.get(random.nextInt(FREE.size()));
        };
    }

    Values values() {
        Map<String, String> texts = new HashMap<>();
        FREE.forEach(value -> texts.put(value.name(), text()));
        texts.put(NUMBER.name(), Integer.toString(random.nextInt(2000) - 1000));
        texts.put(CONSTANT.name(), random.nextBoolean() ? "SOLD" : "SOLD_OUT");
        List<String> elements =
                Stream.generate(this::text).limit(random.nextInt(4)).toList();
        return new Values(texts, Map.of(LIST.name(), elements));
    }

    /** One of the awkward texts, or several of them, or a plain one. */
    private String text() {
        return switch (random.nextInt(4)) {
            case 0 -> TEXTS.get(random.nextInt(TEXTS.size())) + TEXTS.get(random.nextInt(TEXTS.size()));
            case 1 -> "v" + random.nextInt(100_000);
            default -> TEXTS.get(random.nextInt(TEXTS.size()));
        };
    }
}
