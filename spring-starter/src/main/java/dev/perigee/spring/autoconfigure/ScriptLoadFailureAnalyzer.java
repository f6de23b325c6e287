package dev.perigee.spring.autoconfigure;

import dev.perigee.error.ScriptLoadException;
import java.util.stream.Collectors;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Lists the scripts that could not be loaded at start, and on which servers. */
final class ScriptLoadFailureAnalyzer extends AbstractFailureAnalyzer<ScriptLoadException> {

    private static final String ACTION = """
            If the server refuses the command, allow it to the application's user: ACL SETUSER … +script|load +evalsha \
            +evalsha_ro +eval_ro.

            If servers were only out of reach for now, start again; perigee.warm-up=best-effort starts all the same, and calls \
            load what is missing.""";

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, ScriptLoadException cause) {
        String failures =
                cause.failures().stream().map(failure -> "    " + failure).collect(Collectors.joining("\n"));
        return new FailureAnalysis("Redis scripts could not be loaded:\n\n" + failures, ACTION, cause);
    }
}
