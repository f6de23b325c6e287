package dev.perigee.processor.check;

import dev.perigee.processor.declaration.InterfaceDeclaration;
import dev.perigee.processor.declaration.MethodDeclaration;
import dev.perigee.processor.diagnostics.Finding;
import dev.perigee.processor.diagnostics.InterfaceRule;
import dev.perigee.processor.diagnostics.Report;
import dev.perigee.processor.source.ScriptFinder;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** Every script in the folder of an interface is bound to a method: of it, or of another interface. */
public final class OrphanCheck {

    private final ScriptFinder finder;
    private final Set<String> bound = new HashSet<>();
    private final Set<String> reported = new HashSet<>();

    /** A check that knows all interfaces of the compilation. */
    public OrphanCheck(ScriptFinder finder, Collection<InterfaceDeclaration> interfaces) {
        this.finder = finder;
        for (InterfaceDeclaration declaration : interfaces) {
            declaration.methods().stream().map(MethodDeclaration::scriptPath).forEach(bound::add);
        }
    }

    /** Reports the scripts that nothing is bound to. */
    public void check(InterfaceDeclaration declaration, Report report) {
        if (declaration.binding().file().isPresent()) {
            return;
        }
        String folder = declaration.binding().folder();
        for (String name : finder.list(folder)) {
            String path = folder.isEmpty() ? name : folder + "/" + name;
            if (!bound.contains(path) && reported.add(path)) {
                report.add(Finding.of(InterfaceRule.ORPHAN_SCRIPT, declaration.place(), path + " is bound to no method")
                        .help("declare a method for it, bind one to it with @RedisScript(\"" + name
                                + "\"), or move it to another folder"));
            }
        }
    }
}
