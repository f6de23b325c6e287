package dev.perigee.processor.check;

import dev.perigee.lua.check.KeyOrigin;
import dev.perigee.lua.check.KeyUse;
import dev.perigee.lua.check.KeyUses;
import dev.perigee.lua.check.Profile;
import dev.perigee.lua.check.Settings;
import dev.perigee.lua.diagnostics.ScriptRule;
import dev.perigee.lua.value.Source;
import dev.perigee.processor.diagnostics.Finding;
import dev.perigee.processor.diagnostics.Report;
import dev.perigee.processor.model.BoundScript;
import dev.perigee.processor.model.Key;
import dev.perigee.processor.model.KeyPart;
import dev.perigee.processor.model.ScriptMethod;
import dev.perigee.processor.slots.SlotProver;
import java.util.ArrayList;
import java.util.List;

/** Keys that a script derives from one of its keys stay in that key's slot: its template has a hash tag, and keeps it. */
final class DerivedKeyCheck implements MethodCheck {

    private final Settings settings;

    DerivedKeyCheck(Settings settings) {
        this.settings = settings;
    }

    @Override
    public void check(ScriptMethod method, Report report) {
        BoundScript script = method.script();
        boolean applies = script != null && script.parsed().isValid() && settings.profile() != Profile.STANDALONE;
        if (!applies || script == null) {
            return;
        }
        for (KeyUse use : KeyUses.of(script.facts())) {
            for (KeyOrigin origin : use.origins()) {
                if (origin instanceof KeyOrigin.Derived derived) {
                    check(method, script, use, derived.pieces(), report);
                    break;
                }
            }
        }
    }

    private void check(ScriptMethod method, BoundScript script, KeyUse use, List<Source> pieces, Report report) {
        boolean brace = false;
        for (Source piece : pieces) {
            Source.Key from = piece.key();
            if (from != null && brace && !(piece instanceof Source.Key)) {
                // A part of a key, which may be its hash tag, is made the hash tag again.
                return;
            } else if (from != null) {
                List<Key> keys = keys(method, from.index());
                for (Key key : keys) {
                    if (brace || !keepsSlot(key)) {
                        report.add(finding(method, script, use, key, brace));
                        return;
                    }
                }
                return;
            }
            brace |=
                    !(piece instanceof Source.Literal literal) || literal.text().indexOf('{') >= 0;
        }
    }

    /** The keys that an index of KEYS can mean. */
    private static List<Key> keys(ScriptMethod method, int index) {
        List<Key> keys = new ArrayList<>(method.keys());
        if (index == 0 || method.keyCountVaries()) {
            return keys;
        }
        return index <= keys.size() ? List.of(keys.get(index - 1)) : List.of();
    }

    /** Of a key that is a parameter's whole value nothing is known, so nothing is said. */
    private boolean keepsSlot(Key key) {
        return SlotProver.isTagged(key) || (SlotProver.isFree(key) && !settings.strict());
    }

    private static Finding finding(ScriptMethod method, BoundScript script, KeyUse use, Key key, boolean brace) {
        String why = brace
                ? "what stands before KEYS can have a brace, and the hash tag begins at the first"
                : key.text() + " has no hash tag, so a key that is derived from it has a slot of its own";
        return Finding.of(
                        ScriptRule.DERIVED_KEY,
                        method.declaration().place(),
                        "this key can fall into another hash slot than those of "
                                + method.declaration().name()
                                + ", and Redis Cluster refuses it, or will when slots move")
                .inScript(script.source(), use.key().span())
                .note(why)
                .help(brace ? "put it behind KEYS" : proposal(key));
    }

    private static String proposal(Key key) {
        return key.values().stream()
                .findFirst()
                .map(KeyPart.Value::name)
                .map(name -> "give the template a hash tag: @Key(\"" + tagged(key, name)
                        + "\"), or declare the other key too")
                .orElse("give the template a hash tag");
    }

    private static String tagged(Key key, String name) {
        String placeholder = key.text().contains("#(" + name + ")") ? "#(" + name + ")" : "#" + name;
        return key.text().contains(placeholder)
                ? key.text().replace(placeholder, "{" + placeholder + "}")
                : "{#" + name + "}";
    }
}
