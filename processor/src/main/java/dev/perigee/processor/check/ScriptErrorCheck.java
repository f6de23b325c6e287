package dev.perigee.processor.check;

import dev.perigee.lua.diagnostics.Nearest;
import dev.perigee.lua.facts.RaisedError;
import dev.perigee.processor.diagnostics.Finding;
import dev.perigee.processor.diagnostics.InterfaceRule;
import dev.perigee.processor.diagnostics.Report;
import dev.perigee.processor.model.BoundScript;
import dev.perigee.processor.model.ErrorMapping;
import dev.perigee.processor.model.ScriptInterface;
import dev.perigee.processor.model.ScriptMethod;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/** The script raises the errors that become exceptions of the application's. */
public final class ScriptErrorCheck implements MethodCheck {

    /** What the server's error replies begin with, as the library reads it. */
    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_]*");

    /** Errors of commands and of the server itself, which no script says. */
    private static final Set<String> SERVER_CODES = Set.of(
            "ASK",
            "BUSY",
            "BUSYGROUP",
            "BUSYKEY",
            "CLUSTERDOWN",
            "CROSSSLOT",
            "ERR",
            "EXECABORT",
            "LOADING",
            "MASTERDOWN",
            "MISCONF",
            "MOVED",
            "NOAUTH",
            "NOGROUP",
            "NOPERM",
            "NOREPLICAS",
            "NOSCRIPT",
            "NOTBUSY",
            "OOM",
            "READONLY",
            "TRYAGAIN",
            "UNBLOCKED",
            "UNKILLABLE",
            "WRONGPASS",
            "WRONGTYPE");

    ScriptErrorCheck() {}

    @Override
    public void check(ScriptMethod method, Report report) {
        BoundScript script = method.script();
        if (script == null || !script.parsed().isValid()) {
            return;
        }
        for (ErrorMapping error : method.errors()) {
            if (error.declaration().holder().equals(method.declaration().element())) {
                check(error, List.of(script), method.declaration().name() + " never raises ", report);
            }
        }
    }

    /** Checks what is declared for all methods of an interface: some script has to raise it. */
    public static void check(ScriptInterface scripts, Report report) {
        if (scripts.methods().size() < scripts.declaration().methods().size()) {
            return;
        }
        for (ErrorMapping error : scripts.errors()) {
            List<BoundScript> about = scripts.methods().stream()
                    .filter(method -> error.isAbout(method.declaration()))
                    .map(ScriptMethod::script)
                    .filter(Objects::nonNull)
                    .toList();
            String type = scripts.declaration().type().getSimpleName().toString();
            if (about.stream().allMatch(script -> script.parsed().isValid())) {
                check(error, about, "no script of " + type + " raises ", report);
            }
        }
    }

    private static void check(ErrorMapping error, List<BoundScript> scripts, String problem, Report report) {
        String code = error.code();
        if (!CODE.matcher(code).matches()) {
            report.add(
                    finding(error, "'" + code + "' is no error code: that is one word of capital letters")
                            .help(
                                    "take the first word of the error: OUT_OF_STOCK of redis.error_reply('OUT_OF_STOCK only 3 left')"));
            return;
        }
        boolean known = scripts.stream().allMatch(script -> script.facts().errorsComplete());
        if (!known || SERVER_CODES.contains(code) || scripts.stream().anyMatch(script -> script.raises(code))) {
            return;
        }
        List<String> raised = scripts.stream()
                .flatMap(script -> script.facts().errors().stream())
                .map(RaisedError::code)
                .distinct()
                .sorted()
                .toList();
        report.add(finding(error, problem + code).help(help(code, raised)));
    }

    private static Finding finding(ErrorMapping error, String message) {
        return Finding.of(InterfaceRule.ERROR_NOT_RAISED, error.declaration().place(), message);
    }

    private static String help(String code, List<String> raised) {
        return Nearest.to(code, raised)
                .map(near -> "did you mean " + near + "?")
                .orElse(
                        raised.isEmpty()
                                ? "raise it: return redis.error_reply('" + code + " what happened')"
                                : "it raises " + String.join(", ", raised));
    }
}
