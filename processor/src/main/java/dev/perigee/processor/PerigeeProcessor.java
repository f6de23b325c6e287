package dev.perigee.processor;

import com.google.auto.service.AutoService;
import dev.perigee.processor.declaration.Annotations;
import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/**
 * Checks {@code @RedisScript} interfaces and generates their invokers.
 *
 * <p>Options: {@code -Aperigee.scripts} names folders to search for scripts first, separated as the class path is.
 * {@code -Aperigee.target} is the server that scripts must run on, {@code redis-7.0} unless it is given; {@code
 * -Aperigee.profile} the deployment, {@code cluster} unless it is given; {@code -Aperigee.strict=true} reports also what cannot
 * be proved to be right.
 */
@AutoService(Processor.class)
public final class PerigeeProcessor extends AbstractProcessor {

    /** Folders to search for scripts before all other places. */
    static final String SCRIPTS = "perigee.scripts";

    /** The server that scripts run on. */
    static final String TARGET = "perigee.target";

    /** The kind of deployment. */
    static final String PROFILE = "perigee.profile";

    /** Whether what cannot be proved is reported. */
    static final String STRICT = "perigee.strict";

    private @Nullable Compilation compilation;

    /** A processor, as compilers make it. */
    public PerigeeProcessor() {}

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        return Set.of(
                Annotations.REDIS_SCRIPT,
                Annotations.KEY,
                Annotations.KEY_LIST,
                Annotations.ARG,
                Annotations.REPLY,
                Annotations.SCRIPT_ERROR,
                Annotations.SCRIPT_ERROR_LIST,
                Annotations.READ_ONLY,
                Annotations.IDEMPOTENT,
                Annotations.EXACTLY_ONCE,
                Annotations.OPERATION_ID,
                Annotations.SUPPRESS,
                Annotations.SUPPRESS_LIST);
    }

    @Override
    public Set<String> getSupportedOptions() {
        return Set.of(SCRIPTS, TARGET, PROFILE, STRICT);
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    @Override
    public synchronized void init(ProcessingEnvironment environment) {
        super.init(environment);
        compilation = new Compilation(
                environment,
                folders(environment.getOptions().getOrDefault(SCRIPTS, "")),
                SettingsReader.read(environment.getOptions(), environment.getMessager()));
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        if (compilation != null) {
            compilation.round(round);
        }
        return false;
    }

    private static List<Path> folders(String option) {
        return Arrays.stream(option.split(File.pathSeparator))
                .filter(folder -> !folder.isBlank())
                .map(Path::of)
                .toList();
    }
}
