package dev.perigee.processor.codegen;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import javax.lang.model.SourceVersion;

/** Names in one scope of generated code, each given once. */
final class Names {

    private static final Pattern WORD_START = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");

    private final Set<String> taken = new HashSet<>();

    /** A scope in which names are already taken. */
    static Names without(List<String> taken) {
        Names names = new Names();
        names.taken.addAll(taken);
        return names;
    }

    /** A scope within this one: what it gives is not taken here. */
    Names copy() {
        return without(List.copyOf(taken));
    }

    /** The name, or the name with the first number from 2 that makes it a new one. */
    String give(String wanted) {
        String name = wanted;
        for (int i = 2; SourceVersion.isKeyword(name) || !taken.add(name); i++) {
            name = wanted + i;
        }
        return name;
    }

    /** {@code addItem} as {@code AddItem}. */
    static String upperCamel(String name) {
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    /** {@code addItem} as {@code ADD_ITEM}. */
    static String constant(String name) {
        return WORD_START.matcher(name).replaceAll("_").toUpperCase(Locale.ROOT);
    }

    /** {@code order}, {@code customer} and {@code id} as {@code orderCustomerId}. */
    static String joined(List<String> path) {
        StringBuilder name = new StringBuilder(path.get(0));
        path.stream().skip(1).map(Names::upperCamel).forEach(name::append);
        return name.toString();
    }
}
