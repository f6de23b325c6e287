package dev.perigee.processor.codegen;

import dev.perigee.lua.check.WriteProof;
import dev.perigee.lua.facts.CommandUse;
import dev.perigee.lua.facts.RaisedError;
import dev.perigee.processor.model.BoundScript;
import dev.perigee.processor.model.Key;
import dev.perigee.processor.model.ScriptInterface;
import dev.perigee.processor.model.ScriptMethod;
import dev.perigee.processor.slots.OperationKey;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Writes the manifest of a module's scripts, for those who meet a SHA-1 in SLOWLOG and for tools: JSON, sorted, so that the
 * same sources give the same bytes.
 */
public final class ManifestWriter {

    /** Where the manifest lies among the classes. */
    public static final String PATH = "META-INF/perigee/scripts.json";

    private ManifestWriter() {}

    /** The manifest of these interfaces. */
    public static String write(Collection<ScriptInterface> interfaces) {
        return interfaces.stream()
                .flatMap(scripts -> scripts.methods().stream().map(method -> script(scripts, method)))
                .sorted()
                .collect(Collectors.joining(",\n", "{\n  \"format\": 1,\n  \"scripts\": [\n", "\n  ]\n}\n"));
    }

    private static String script(ScriptInterface scripts, ScriptMethod method) {
        BoundScript script = Objects.requireNonNull(method.script());
        String type = scripts.declaration().type().getQualifiedName().toString();
        WriteProof proof = WriteProof.of(script.facts());
        List<String> writes = proof.refused().stream()
                .map(CommandUse::name)
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .toList();
        List<String> commands = script.facts().commands().stream()
                .map(CommandUse::name)
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .toList();
        return "    {\n"
                + "      \"id\": " + string(type + "." + method.declaration().name()) + ",\n"
                + "      \"file\": " + string(script.path()) + ",\n"
                + "      \"sha1\": " + string(DeliveryWriter.sha1(method)) + ",\n"
                + "      \"fileSha1\": " + string(script.sha1()) + ",\n"
                + "      \"keys\": "
                + strings(method.keys().stream().map(Key::text).toList()) + ",\n"
                + "      \"arguments\": "
                + strings(method.layout().names()) + ",\n"
                + "      \"operationKey\": "
                + OperationKey.of(method).map(key -> string(key.text())).orElse("null") + ",\n"
                + "      \"delivery\": "
                + string(DeliveryWriter.kind(method)
                        .name()
                        .toLowerCase(Locale.ROOT)
                        .replace('_', '-')) + ",\n"
                + "      \"timeout\": " + timeout(method) + ",\n"
                + "      \"commands\": " + strings(commands) + ",\n"
                + "      \"commandsComplete\": " + script.facts().commandsComplete() + ",\n"
                + "      \"readOnly\": " + proof.isReadOnly() + ",\n"
                + "      \"writes\": " + strings(writes) + ",\n"
                + "      \"errors\": " + strings(codes(script)) + ",\n"
                + "      \"errorsComplete\": " + script.facts().errorsComplete() + "\n"
                + "    }";
    }

    private static String timeout(ScriptMethod method) {
        Duration timeout = method.declaration().delivery().timeout();
        return timeout == null ? "null" : string(timeout.toString());
    }

    /** The codes of the errors that a script raises, in order. */
    static List<String> codes(BoundScript script) {
        return script.facts().errors().stream()
                .map(RaisedError::code)
                .distinct()
                .sorted()
                .toList();
    }

    private static String strings(List<String> values) {
        return values.stream().map(ManifestWriter::string).collect(Collectors.joining(", ", "[", "]"));
    }

    private static String string(String value) {
        StringBuilder json = new StringBuilder("\"");
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"' || c == '\\') {
                json.append('\\').append(c);
            } else if (c < ' ' || c > '~') {
                json.append(String.format("\\u%04x", (int) c));
            } else {
                json.append(c);
            }
        }
        return json.append('"').toString();
    }
}
