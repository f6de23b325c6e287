package dev.perigee.processor.diagnostics;

import dev.perigee.lua.diagnostics.Excerpt;
import dev.perigee.lua.diagnostics.Rule;
import dev.perigee.lua.syntax.SourceText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Element;
import org.jspecify.annotations.Nullable;

/** What users have said to leave unreported, in Java and in the scripts. */
public final class Suppressions {

    private record InJava(Element scope, Rule rule) {}

    private record InScript(String path, int line, Rule rule) {}

    private final Set<InJava> inJava = new HashSet<>();
    private final Set<InJava> ofMethods = new HashSet<>();
    private final Set<InScript> inScripts = new HashSet<>();

    /** Leaves findings of the rule in this declaration unreported, and in all it encloses. */
    public void addJava(Element scope, Rule rule) {
        inJava.add(new InJava(scope, rule));
    }

    /** Leaves findings of the rule on this line of a script unreported, and on the line below it. */
    public void addScript(SourceText source, int line, Rule rule) {
        inScripts.add(new InScript(source.path(), line, rule));
        inScripts.add(new InScript(source.path(), line + 1, rule));
    }

    /** Leaves findings of the rule about a method unreported, those that name no line of its script. */
    public void addMethod(Element method, Rule rule) {
        ofMethods.add(new InJava(method, rule));
    }

    boolean cover(Finding finding) {
        if (finding.rule().suppression() == Rule.Suppression.NEVER) {
            return false;
        }
        List<Element> scopes = scopes(finding.place().element());
        scopes.addAll(scopes(finding.place().scope()));
        for (Element scope : scopes) {
            InJava suppression = new InJava(scope, finding.rule());
            if (inJava.contains(suppression) || (finding.script() == null && ofMethods.contains(suppression))) {
                return true;
            }
        }
        Excerpt script = finding.script();
        return script != null
                && inScripts.contains(new InScript(
                        script.source().path(),
                        script.source().line(script.span().start()),
                        finding.rule()));
    }

    private static List<Element> scopes(Element element) {
        List<Element> scopes = new ArrayList<>();
        for (@Nullable Element scope = element; scope != null; scope = scope.getEnclosingElement()) {
            scopes.add(scope);
        }
        return scopes;
    }
}
