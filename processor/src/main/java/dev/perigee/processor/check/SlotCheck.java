package dev.perigee.processor.check;

import dev.perigee.processor.diagnostics.Finding;
import dev.perigee.processor.diagnostics.InterfaceRule;
import dev.perigee.processor.diagnostics.Report;
import dev.perigee.processor.model.Key;
import dev.perigee.processor.model.KeyPart;
import dev.perigee.processor.model.ScriptMethod;
import dev.perigee.processor.slots.SlotProof;
import dev.perigee.processor.slots.SlotProver;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The keys of every call share a hash slot, as Redis Cluster requires of a script's keys. */
final class SlotCheck implements MethodCheck {

    @Override
    public void check(ScriptMethod method, Report report) {
        SlotProof proof = SlotProver.prove(method.keys());
        if (proof instanceof SlotProof.Refuted refuted) {
            report.add(refuted(method, refuted));
        } else if (proof instanceof SlotProof.Unknown unknown
                && !method.declaration().runtimeSlots()) {
            report.add(unknown(method, unknown.key()));
        }
    }

    private static Finding refuted(ScriptMethod method, SlotProof.Refuted refuted) {
        Key first = method.keys().get(refuted.first());
        Key second = method.keys().get(refuted.second());
        String name = method.declaration().name();
        String message = refuted.first() == refuted.second()
                ? name + ": each element of the list gives " + first.text() + " another hash slot"
                : name + ": KEYS[" + (refuted.first() + 1) + "] and KEYS[" + (refuted.second() + 1)
                        + "] can fall into different hash slots, which Redis Cluster refuses";
        Finding finding =
                Finding.of(InterfaceRule.SLOTS_DIFFER, second.place(), message).note("KEYS: " + method.describeKeys());
        if (method.declaration().runtimeSlots()) {
            finding = finding.note("Slots.RUNTIME does not allow it: something is known of these keys. If callers pass"
                    + " values that make it right, suppress PG301, and every call is checked");
        }
        return finding.help(proposal(method));
    }

    private static Finding unknown(ScriptMethod method, Key key) {
        return Finding.of(
                        InterfaceRule.SLOTS_UNKNOWN,
                        key.place(),
                        method.declaration().name() + ": nothing is known about the hash slot of " + key.text())
                .note("KEYS: " + method.describeKeys())
                .help("give the keys templates with a common hash tag, as in @Key(\"lock:{#id}\"), or have the slots"
                        + " compared before every call: @RedisScript(slots = Slots.RUNTIME)");
    }

    /** Keys that have a value in common get it as their tag, the first such value of the first key. */
    private static String proposal(ScriptMethod method) {
        List<List<KeyPart.Value>> values = new ArrayList<>();
        boolean anyTag = false;
        for (Key key : method.keys()) {
            values.add(key.values().stream().filter(value -> !value.list()).toList());
            anyTag |= key.parts().stream()
                    .anyMatch(part -> part instanceof KeyPart.Text text
                            && (text.text().contains("{") || text.text().contains("}")));
        }
        List<KeyPart.Value> common = new ArrayList<>(values.get(0));
        values.forEach(common::retainAll);
        if (common.isEmpty()) {
            return "give all keys one hash tag, a part in braces that they have in common";
        }
        KeyPart.Value tag = common.get(0);
        if (anyTag) {
            return "make {#" + tag.name() + "} the one hash tag of all keys";
        }
        Set<String> keys = method.keys().stream()
                .map(key -> "@Key(\"" + withTag(key, tag) + "\")")
                .collect(Collectors.toCollection(java.util.LinkedHashSet::new));
        return "make what they have in common their hash tag: " + String.join(" ", keys);
    }

    private static String withTag(Key key, KeyPart.Value tag) {
        StringBuilder text = new StringBuilder();
        boolean done = false;
        for (int i = 0; i < key.parts().size(); i++) {
            KeyPart part = key.parts().get(i);
            if (part instanceof KeyPart.Text literal) {
                text.append(literal.text().replace("#", "##"));
                continue;
            }
            boolean isTag = !done && part.equals(tag);
            String name = ((KeyPart.Value) part).name();
            String placeholder = isTag || endsClearly(key.parts(), i) ? "#" + name : "#(" + name + ")";
            text.append(isTag ? "{" + placeholder + "}" : placeholder);
            done |= isTag;
        }
        return text.toString();
    }

    /** Whether what follows a placeholder could not be read as part of its name. */
    private static boolean endsClearly(List<KeyPart> parts, int index) {
        return index + 1 == parts.size()
                || !(parts.get(index + 1) instanceof KeyPart.Text text)
                || (text.text().charAt(0) != '.'
                        && !Character.isJavaIdentifierPart(text.text().charAt(0)));
    }
}
