package dev.perigee.processor;

import dev.perigee.lua.check.Profile;
import dev.perigee.lua.check.Settings;
import dev.perigee.lua.commands.Target;
import dev.perigee.lua.diagnostics.Nearest;
import dev.perigee.processor.diagnostics.InterfaceRule;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javax.annotation.processing.Messager;
import javax.tools.Diagnostic;

/** Reads the options about what scripts are checked for. */
final class SettingsReader {

    private final Map<String, String> options;
    private final Messager messager;

    private SettingsReader(Map<String, String> options, Messager messager) {
        this.options = options;
        this.messager = messager;
    }

    static Settings read(Map<String, String> options, Messager messager) {
        SettingsReader reader = new SettingsReader(options, messager);
        Target target = reader.value(
                PerigeeProcessor.TARGET,
                Target.REDIS_7_0,
                Target::of,
                Arrays.stream(Target.values()).map(Target::id).toList());
        Profile profile = reader.value(
                PerigeeProcessor.PROFILE,
                Profile.CLUSTER,
                Profile::of,
                Arrays.stream(Profile.values()).map(Profile::id).toList());
        boolean strict = reader.value(
                PerigeeProcessor.STRICT,
                false,
                text -> switch (text) {
                    case "true", "" -> Optional.of(true);
                    case "false" -> Optional.of(false);
                    default -> Optional.empty();
                },
                List.of("true", "false"));
        return new Settings(target, profile, strict, -1);
    }

    private <T> T value(String option, T otherwise, Function<String, Optional<T>> read, List<String> known) {
        if (!options.containsKey(option)) {
            return otherwise;
        }
        // An option without a value is there with null.
        String text = Optional.ofNullable(options.get(option)).orElse("");
        Optional<T> value = read.apply(text);
        if (value.isEmpty()) {
            String help = Nearest.to(text, known)
                    .map(near -> "did you mean " + near + "?")
                    .orElse("it is one of " + String.join(", ", known));
            messager.printMessage(
                    Diagnostic.Kind.ERROR,
                    "[" + InterfaceRule.INVALID_OPTION.code() + "] -A" + option + " cannot be '" + text + "'\n  help: "
                            + help);
        }
        return value.orElse(otherwise);
    }
}
