package dev.perigee.processor.codegen;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeSpec;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What the classes of a source are called in it, and which of them it imports: of two with the same simple name the one that
 * stands first, unless the name already means something there.
 */
final class Imports {

    /** Neither is part of a name, and literals have no control characters. */
    private static final char MARK = '\u001e';

    private static final char END_OF_PACKAGE = '\u001f';

    private final String packageName;
    private final TypeSpec type;
    private final Set<String> nested;
    private final Map<String, String> imported = new HashMap<>();
    private final Map<String, String> names = new HashMap<>();

    private Imports(String packageName, TypeSpec type) {
        this.packageName = packageName;
        this.type = type;
        this.nested = type.typeSpecs().stream().map(TypeSpec::name).collect(Collectors.toSet());
    }

    /** Appends a class, so that what it is called can be decided when all of the source is known. */
    static void mark(StringBuilder text, ClassName name) {
        text.append(MARK).append(name.packageName()).append(END_OF_PACKAGE);
        ClassName outer = name.enclosingClassName();
        text.append(outer == null ? name.simpleName() : String.join(".", name.simpleNames()))
                .append(MARK);
    }

    /**
     * A source with its package and its imports, and without marks.
     *
     * @param type the class in it
     * @param body all that follows the imports, in which classes are marked
     */
    static String resolve(String packageName, TypeSpec type, String body) {
        String[] parts = body.split(String.valueOf(MARK), -1);
        Imports imports = new Imports(packageName, type);
        imports.choose(parts);
        StringBuilder source = new StringBuilder(body.length());
        imports.header(source);
        for (int i = 0; i < parts.length; i++) {
            source.append(i % 2 == 0 ? parts[i] : imports.names.computeIfAbsent(parts[i], imports::name));
        }
        return source.toString();
    }

    /** Every second part is a class. */
    private void choose(String[] parts) {
        Set<String> own = new HashSet<>(Set.of(type.name()));
        for (int i = 1; i < parts.length; i += 2) {
            String mark = parts[i];
            if (!names.containsKey(mark)) {
                names.put(mark, "");
                String place = placeOf(mark);
                String top = topLevel(mark);
                if (place.equals(packageName)) {
                    own.add(top);
                } else if (!place.isEmpty()
                        && !nested.contains(top)
                        && !type.alwaysQualifiedNames().contains(top)) {
                    imported.putIfAbsent(top, place);
                }
            }
        }
        names.clear();
        imported.keySet().removeAll(own);
    }

    private void header(StringBuilder source) {
        if (!packageName.isEmpty()) {
            source.append("package ").append(packageName).append(";\n\n");
        }
        Collection<String> lines = new TreeSet<>();
        imported.forEach((top, place) -> {
            if (!place.equals("java.lang")) {
                lines.add(place + "." + top);
            }
        });
        lines.forEach(line -> source.append("import ").append(line).append(";\n"));
        source.append(lines.isEmpty() ? "" : "\n");
    }

    private String name(String mark) {
        String place = placeOf(mark);
        String top = topLevel(mark);
        String name = mark.substring(place.length() + 1);
        boolean known = place.equals(packageName) || place.equals(imported.get(top));
        return place.isEmpty() || (known && !nested.contains(top)) ? name : place + "." + name;
    }

    private static String placeOf(String mark) {
        return mark.substring(0, mark.indexOf(END_OF_PACKAGE));
    }

    private static String topLevel(String mark) {
        int start = mark.indexOf(END_OF_PACKAGE) + 1;
        int end = mark.indexOf('.', start);
        return mark.substring(start, end < 0 ? mark.length() : end);
    }
}
