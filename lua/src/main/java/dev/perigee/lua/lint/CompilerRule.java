package dev.perigee.lua.lint;

import dev.perigee.lua.diagnostics.Rule;
import dev.perigee.lua.diagnostics.ScriptRule;
import dev.perigee.lua.diagnostics.Severity;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A rule that only the compiler checks, and scripts may suppress; known by the form of its code alone.
 *
 * @param code the code
 */
record CompilerRule(String code) implements Rule {

    private static final Pattern CODE = Pattern.compile("PG[1-8]\\d\\d");

    /** The rule of a code, in any case: one about scripts, or one of the compiler. */
    static Optional<Rule> ofCode(String code) {
        String upper = code.toUpperCase(Locale.ROOT);
        Optional<Rule> known = ScriptRule.ofCode(upper).map(rule -> rule);
        return known.isPresent() || !CODE.matcher(upper).matches() ? known : Optional.of(new CompilerRule(upper));
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public Suppression suppression() {
        return Suppression.WITH_REASON;
    }
}
