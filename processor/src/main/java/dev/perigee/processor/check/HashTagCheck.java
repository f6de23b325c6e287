package dev.perigee.processor.check;

import dev.perigee.processor.diagnostics.Finding;
import dev.perigee.processor.diagnostics.InterfaceRule;
import dev.perigee.processor.diagnostics.Report;
import dev.perigee.processor.model.Key;
import dev.perigee.processor.model.KeyPart;
import dev.perigee.processor.model.ScriptMethod;
import java.util.stream.Collectors;

/** Braces in key templates make a hash tag. */
final class HashTagCheck implements MethodCheck {

    @Override
    public void check(ScriptMethod method, Report report) {
        for (Key key : method.keys()) {
            String problem = problem(key);
            if (!problem.isEmpty()) {
                report.add(Finding.of(
                                InterfaceRule.BROKEN_HASH_TAG,
                                key.place(),
                                method.declaration().name() + ": the key " + key.text() + " " + problem
                                        + ", so Redis hashes all of it")
                        .help("put what the keys have in common between braces, as in {#id}"));
            }
        }
    }

    private static String problem(Key key) {
        // A value stands for something that is no brace, whatever it is.
        String shape = key.parts().stream()
                .map(part -> part instanceof KeyPart.Text text ? text.text() : "#")
                .collect(Collectors.joining());
        int open = shape.indexOf('{');
        if (open < 0) {
            return "";
        }
        int close = shape.indexOf('}', open);
        if (close < 0) {
            return "has an opening brace without a closing one";
        }
        return close == open + 1 ? "has an empty hash tag" : "";
    }
}
