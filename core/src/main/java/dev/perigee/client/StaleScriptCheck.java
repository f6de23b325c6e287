package dev.perigee.client;

import dev.perigee.error.InvokerException;
import dev.perigee.error.InvokerException.Reason;
import dev.perigee.invoke.Script;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;

/** Compares the scripts compiled into an invoker with their files, when the invoker is made. */
final class StaleScriptCheck {

    private static final Logger LOG = System.getLogger(ScriptClient.class.getName());

    private final StaleScripts answer;

    StaleScriptCheck(StaleScripts answer) {
        this.answer = answer;
    }

    /**
     * The script to run for the one that was compiled in.
     *
     * @throws InvokerException if its file has changed, and that is to be refused
     */
    Script check(Class<?> type, Script compiled) {
        if (answer == StaleScripts.IGNORE) {
            return compiled;
        }
        List<ScriptFile> files = ScriptFile.read(type, compiled);
        boolean current = files.stream().anyMatch(file -> file.sha1().equals(compiled.fileSha1()));
        return files.isEmpty() || current ? compiled : changed(type, compiled, files.get(0));
    }

    private Script changed(Class<?> type, Script compiled, ScriptFile file) {
        String problem = compiled.file() + " has changed since " + type.getName() + " was compiled with it";
        return switch (answer) {
            case FAIL ->
                throw new InvokerException(Reason.STALE_SCRIPT, type, problem + ": compile the interface again", null);
            case WARN -> {
                LOG.log(
                        Level.WARNING,
                        problem + ": " + compiled.method()
                                + " runs the text that was compiled in. Compile the interface again");
                yield compiled;
            }
            case RELOAD -> {
                LOG.log(
                        Level.WARNING,
                        problem + ": " + compiled.method() + " runs the changed text, which nothing has checked."
                                + " Compile the interface again");
                yield compiled.withText(file.sha1(), file.text());
            }
            case IGNORE -> compiled;
        };
    }
}
