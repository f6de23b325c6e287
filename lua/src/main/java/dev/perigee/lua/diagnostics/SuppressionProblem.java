package dev.perigee.lua.diagnostics;

import java.util.List;
import java.util.Optional;

/**
 * Why a suppression, in Java or in a script, cannot be honoured.
 *
 * @param message what is wrong
 * @param help what to do; empty if there is nothing to propose
 */
public record SuppressionProblem(String message, String help) {

    private static final String WHERE_CODES_ARE = "the code is printed in brackets at the start of every finding";

    /**
     * What is wrong with a suppression; empty if nothing is.
     *
     * @param code the code it names; empty if it names none
     * @param reason the reason it gives
     * @param rule the rule with that code, if there is one
     * @param rules the rules that may have been meant
     */
    public static Optional<SuppressionProblem> of(
            String code, String reason, Optional<? extends Rule> rule, List<? extends Rule> rules) {
        if (code.isBlank()) {
            return Optional.of(new SuppressionProblem(
                    "this suppression names no rule, and covers nothing", "name one: " + WHERE_CODES_ARE));
        } else if (rule.isEmpty()) {
            String meant = Nearest.to(code, rules.stream().map(Rule::code).toList())
                    .map(near -> "did you mean " + near + "?")
                    .orElse(WHERE_CODES_ARE);
            return Optional.of(new SuppressionProblem("there is no rule " + code, meant));
        } else if (rule.get().suppression() == Rule.Suppression.NEVER) {
            return Optional.of(new SuppressionProblem(code + " cannot be suppressed", ""));
        } else if (reason.isBlank()) {
            return Optional.of(
                    new SuppressionProblem(code + " is suppressed without a reason", "say why it does not apply here"));
        }
        return Optional.empty();
    }
}
