package dev.perigee.processor.declaration;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the value of an interface's {@code @RedisScript} names.
 *
 * @param folder the folder, without a slash at the end; empty for the resources' root
 * @param file the file, if it names one
 */
public record ScriptBinding(String folder, Optional<String> file) {

    private static final String FORBIDDEN = "*?:<>|\"";
    private static final Pattern WORD_START = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])");

    /** The binding that an interface's value means. */
    static ScriptBinding of(String value) {
        String path = value.endsWith("/") ? value.substring(0, value.length() - 1) : value;
        if (!path.endsWith(".lua")) {
            return new ScriptBinding(path, Optional.empty());
        }
        int slash = path.lastIndexOf('/');
        return new ScriptBinding(slash < 0 ? "" : path.substring(0, slash), Optional.of(path));
    }

    /** The path that a method's own value means: from the root if it begins with a slash, otherwise in the folder. */
    String resolve(String value) {
        if (value.startsWith("/")) {
            return value.substring(1);
        }
        return folder.isEmpty() ? value : folder + "/" + value;
    }

    /** The path of a method without a value of its own: {@code addItem} is {@code add-item.lua} in the folder. */
    String ofMethod(String method) {
        return file.orElseGet(() -> resolve(kebabCase(method) + ".lua"));
    }

    static String kebabCase(String name) {
        return WORD_START.matcher(name).replaceAll("-").replace('_', '-').toLowerCase(Locale.ROOT);
    }

    /** Why a value cannot be the path of a resource; empty if it can. */
    static String problem(String value) {
        if (value.isBlank()) {
            return "it names no folder or file";
        }
        if (value.indexOf('\\') >= 0) {
            return "it has a backslash, but resources are separated by slashes";
        }
        if (value.startsWith("/")) {
            return "it begins with a slash, but is always a path from the resources' root";
        }
        if (value.startsWith("classpath:")) {
            return "it has a prefix, but is always a path among the resources";
        }
        Optional<String> character = value.chars()
                .filter(c -> c < ' ' || FORBIDDEN.indexOf(c) >= 0)
                .mapToObj(c -> c < ' ' ? "a control character" : "the character " + (char) c)
                .findFirst();
        if (character.isPresent()) {
            return "it has " + character.get() + ", which not every file system takes";
        }
        boolean odd = Arrays.stream(value.split("/"))
                .anyMatch(name -> name.isEmpty() || name.equals(".") || name.equals(".."));
        return odd ? "it has an empty, '.' or '..' name in it" : "";
    }
}
