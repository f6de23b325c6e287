package dev.perigee.processor.check;

import dev.perigee.lua.check.Settings;
import dev.perigee.lua.diagnostics.Severity;
import dev.perigee.lua.facts.Argument;
import dev.perigee.lua.facts.Return;
import dev.perigee.lua.syntax.Span;
import dev.perigee.lua.value.Atom;
import dev.perigee.lua.value.Value;
import dev.perigee.processor.diagnostics.Finding;
import dev.perigee.processor.diagnostics.InterfaceRule;
import dev.perigee.processor.diagnostics.Report;
import dev.perigee.processor.model.BoundScript;
import dev.perigee.processor.model.ReplyType;
import dev.perigee.processor.model.ScriptMethod;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the script returns on each path fits the return type. */
final class ReplyCheck implements MethodCheck {

    /** What reads numbers that have a primitive type, which has no place for nil. */
    private static final Set<String> PRIMITIVE =
            Set.of("asByte", "asShort", "asInt", "asLong", "asFloat", "asDouble", "asBoolean");

    private final Settings settings;

    ReplyCheck(Settings settings) {
        this.settings = settings;
    }

    @Override
    public void check(ScriptMethod method, Report report) {
        BoundScript script = method.script();
        boolean applies = script != null && script.parsed().isValid() && !(method.reply() instanceof ReplyType.Nothing);
        if (!applies || script == null) {
            return;
        }
        for (Return result : script.facts().returns()) {
            Mismatch mismatch = mismatch(result, method.reply());
            if (mismatch != null
                    && (mismatch.certainty() != Mismatch.Certainty.IF_NIL_REPLIED
                            || settings.strict()
                            || isLostNumber(method.reply(), mismatch))) {
                report.add(finding(method, script, result, span(result), mismatch));
            }
        }
    }

    private static @Nullable Mismatch mismatch(Return result, ReplyType type) {
        Value value = result.values().isEmpty()
                ? (result.open() ? Value.ANY : Value.NIL)
                : result.values().get(0).value();
        return Mismatch.of(value, type, "");
    }

    /** Whether a fraction that the return type has is lost at this place of the script. */
    static boolean losesFraction(BoundScript script, ReplyType type, Span span) {
        return script.facts().returns().stream()
                .filter(result -> span(result).equals(span))
                .map(result -> mismatch(result, type))
                .anyMatch(mismatch -> mismatch != null && mismatch.kind() == Mismatch.Kind.FRACTION);
    }

    private static Span span(Return result) {
        List<Argument> values = result.values();
        return values.isEmpty() ? result.span() : values.get(0).span();
    }

    private static Finding finding(
            ScriptMethod method, BoundScript script, Return result, Span span, Mismatch mismatch) {
        String name = method.declaration().name();
        InterfaceRule rule = switch (mismatch.kind()) {
            case SHAPE -> InterfaceRule.REPLY_MISMATCH;
            case NIL -> InterfaceRule.NIL_REPLY;
            case FRACTION -> InterfaceRule.FRACTION_LOST;
            case NAME -> InterfaceRule.NAME_NOT_READ;
            case BY_POSITION -> InterfaceRule.HASH_BY_POSITION;
        };
        String what = result.isImplicit()
                ? "the script can end without a return, which is nil"
                : "the script " + (mismatch.certainty() == Mismatch.Certainty.ON_A_PATH ? "can return " : "returns ")
                        + mismatch.found();
        String where = mismatch.path().isEmpty() ? "" : " as " + mismatch.path();
        Finding finding = Finding.of(
                        rule,
                        method.declaration().place(),
                        what + where + ", and " + name + " expects " + mismatch.expected())
                .as(result.isImplicit() && hasReturn(script) ? Severity.WARNING : severity(method.reply(), mismatch))
                .help(help(mismatch));
        return result.isImplicit() && span.start() >= script.source().text().length()
                ? finding.note("in " + script.source().path())
                : finding.inScript(script.source(), span);
    }

    /** Whether the end of the text is reached where other paths return is often known to the author alone. */
    private static boolean hasReturn(BoundScript script) {
        return script.facts().returns().stream().anyMatch(result -> !result.isImplicit());
    }

    /** What only a command's reply makes possible is worth a warning where the type has no null at all: for a number. */
    private static Severity severity(ReplyType type, Mismatch mismatch) {
        if (mismatch.kind() == Mismatch.Kind.NAME || mismatch.kind() == Mismatch.Kind.BY_POSITION) {
            return Severity.WARNING;
        }
        return switch (mismatch.certainty()) {
            case CERTAIN -> Severity.ERROR;
            case ON_A_PATH -> Severity.WARNING;
            case IF_NIL_REPLIED -> isLostNumber(type, mismatch) ? Severity.WARNING : Severity.NOTE;
        };
    }

    private static boolean isLostNumber(ReplyType type, Mismatch mismatch) {
        return mismatch.found().startsWith("nil where")
                && type instanceof ReplyType.Scalar scalar
                && PRIMITIVE.contains(scalar.reader());
    }

    private static String help(Mismatch mismatch) {
        if (!mismatch.help().isEmpty()) {
            return mismatch.help();
        }
        return switch (mismatch.kind()) {
            case SHAPE, NAME, BY_POSITION -> "";
            case NIL -> "declare an Optional, or return something else on this path";
            case FRACTION -> "return it as text: tostring(…)";
        };
    }

    /** Whether an array ends before this element. */
    static boolean isMissing(@Nullable Value element) {
        return element == null || element.all(Atom.Nil.class::isInstance);
    }
}
