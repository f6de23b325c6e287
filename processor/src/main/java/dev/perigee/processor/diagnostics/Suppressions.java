package dev.perigee.processor.diagnostics;

import dev.perigee.lua.diagnostics.Excerpt;
import dev.perigee.lua.diagnostics.Rule;
import dev.perigee.lua.diagnostics.ScriptRule;
import dev.perigee.lua.diagnostics.SuppressionComment;
import dev.perigee.lua.syntax.SourceText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import javax.lang.model.element.Element;
import org.jspecify.annotations.Nullable;

/** What users have said to leave unreported, in Java and in the scripts. */
public final class Suppressions {

    private record InJava(Element scope, Rule rule) {}

    private record InScript(String path, int line, Rule rule) {}

    /**
     * A comment in a script that suppresses.
     *
     * @param source the script
     * @param comment the comment
     */
    public record InSource(SourceText source, SuppressionComment comment) {}

    /** What a suppression covers, and where it is. */
    private static final class Entry {
        private final Rule rule;
        private final JavaPlace place;
        private final @Nullable InSource script;
        private boolean used;

        private Entry(Rule rule, JavaPlace place, @Nullable InSource script) {
            this.rule = rule;
            this.place = place;
            this.script = script;
        }

        private Finding unused() {
            Finding finding = Finding.of(
                    ScriptRule.UNUSED_SUPPRESSION, place, rule.code() + " is suppressed here, and does not occur");
            return script == null
                    ? finding.help("remove the suppression")
                    : finding.inScript(script.source(), script.comment().span())
                            .help(script.comment().unusedHelp(rule, List.of()));
        }
    }

    private final Map<InJava, Entry> inJava = new LinkedHashMap<>();
    private final Map<InJava, Entry> ofMethods = new HashMap<>();
    private final Map<InScript, Entry> inScripts = new LinkedHashMap<>();

    /** Leaves findings of the rule in this declaration unreported, and in all it encloses. */
    public void addJava(Element scope, Rule rule, JavaPlace place) {
        inJava.putIfAbsent(new InJava(scope, rule), new Entry(rule, place, null));
    }

    /**
     * Leaves findings of the rule on the lines of a script that a comment covers unreported, and about the method as such.
     *
     * @param comment the comment that says so
     * @param method the method that is bound to the script
     */
    public void addScript(SourceText source, SuppressionComment comment, Rule rule, JavaPlace method) {
        InScript first = new InScript(source.path(), comment.lines().first(), rule);
        Entry entry = inScripts.computeIfAbsent(first, key -> new Entry(rule, method, new InSource(source, comment)));
        comment.lines().lines().forEach(line -> inScripts.putIfAbsent(new InScript(source.path(), line, rule), entry));
        ofMethods.put(new InJava(method.scope(), rule), entry);
    }

    /**
     * The suppressions in this element itself that have covered nothing.
     *
     * @param wanted which of them, by rule
     */
    public List<Finding> unusedIn(Element element, Predicate<Rule> wanted) {
        return inJava.entrySet().stream()
                .filter(entry -> entry.getKey().scope().equals(element)
                        && !entry.getValue().used
                        && wanted.test(entry.getKey().rule()))
                .map(entry -> entry.getValue().unused())
                .toList();
    }

    /**
     * The suppressions in scripts, as findings that they cover nothing: those that have, or those
     * that have not.
     *
     * @param wanted which of them, by rule and comment
     */
    public List<Finding> inScripts(boolean used, BiPredicate<Rule, InSource> wanted) {
        return inScripts.values().stream()
                .distinct()
                .filter(entry -> entry.used == used && entry.script != null && wanted.test(entry.rule, entry.script))
                .map(Entry::unused)
                .toList();
    }

    boolean cover(Finding finding) {
        if (finding.rule().suppression() == Rule.Suppression.NEVER) {
            return false;
        }
        boolean covered = false;
        List<Element> scopes = scopes(finding.place().element());
        scopes.addAll(scopes(finding.place().scope()));
        for (Element scope : scopes) {
            InJava suppression = new InJava(scope, finding.rule());
            covered |= use(inJava.get(suppression));
            covered |= finding.script() == null && use(ofMethods.get(suppression));
        }
        Excerpt script = finding.script();
        if (script != null) {
            int line = script.source().line(script.span().start());
            covered |= use(inScripts.get(new InScript(script.source().path(), line, finding.rule())));
        }
        return covered;
    }

    private static boolean use(@Nullable Entry entry) {
        if (entry == null) {
            return false;
        }
        entry.used = true;
        return true;
    }

    private static List<Element> scopes(Element element) {
        List<Element> scopes = new ArrayList<>();
        for (@Nullable Element scope = element; scope != null; scope = scope.getEnclosingElement()) {
            scopes.add(scope);
        }
        return scopes;
    }
}
