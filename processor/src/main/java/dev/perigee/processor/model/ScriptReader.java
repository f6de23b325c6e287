package dev.perigee.processor.model;

import dev.perigee.lua.analysis.ScriptAnalysis;
import dev.perigee.lua.assembly.AssembledScript;
import dev.perigee.lua.assembly.Assembly;
import dev.perigee.lua.assembly.ScriptAssembly;
import dev.perigee.lua.assembly.UnreadableScript;
import dev.perigee.lua.diagnostics.Nearest;
import dev.perigee.lua.diagnostics.ScriptRule;
import dev.perigee.lua.syntax.LuaParser;
import dev.perigee.lua.syntax.ParseResult;
import dev.perigee.lua.syntax.SourceText;
import dev.perigee.processor.declaration.MethodDeclaration;
import dev.perigee.processor.diagnostics.Finding;
import dev.perigee.processor.diagnostics.InterfaceRule;
import dev.perigee.processor.diagnostics.Report;
import dev.perigee.processor.source.ScriptFile;
import dev.perigee.processor.source.ScriptFinder;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Finds, assembles, parses and analyses the scripts of methods, each file once. */
public final class ScriptReader {

    private final ScriptFinder finder;
    private final Map<String, BoundScript> read = new HashMap<>();

    /** A reader of the scripts that a finder finds. */
    public ScriptReader(ScriptFinder finder) {
        this.finder = finder;
    }

    /** The method's script; empty if there is none that can be read, which is then reported. */
    Optional<BoundScript> read(MethodDeclaration method, Report report) {
        String path = method.scriptPath();
        BoundScript known = read.get(path);
        if (known != null) {
            return Optional.of(known);
        }
        ScriptFile file = finder.find(path);
        if (file instanceof ScriptFile.Missing missing) {
            report.add(missing(method, missing));
            return Optional.empty();
        }
        Optional<BoundScript> script = assemble(method, (ScriptFile.Found) file, report);
        script.ifPresent(found -> read.put(path, found));
        return script;
    }

    private Finding missing(MethodDeclaration method, ScriptFile.Missing missing) {
        int slash = method.scriptPath().lastIndexOf('/');
        String folder = slash < 0 ? "" : method.scriptPath().substring(0, slash);
        String name = method.scriptPath().substring(slash + 1);
        String help = Nearest.to(name, finder.list(folder))
                .map(near -> "did you mean " + near + "? Bind it with @RedisScript(\"" + near + "\"), or rename it")
                .orElse("write the file, or name another with @RedisScript on the method;"
                        + " -Aperigee.scripts=<folder> adds a place to look in");
        Finding finding = Finding.of(
                InterfaceRule.SCRIPT_NOT_FOUND,
                method.place(),
                method.name() + ": there is no script " + method.scriptPath());
        return finding.note("looked in: " + String.join(", ", missing.tried())).help(help);
    }

    private static Optional<BoundScript> assemble(MethodDeclaration method, ScriptFile.Found file, Report report) {
        Assembly assembly = ScriptAssembly.assemble(file.bytes());
        if (assembly instanceof UnreadableScript unreadable) {
            String position = file.displayPath() + ":" + unreadable.line() + ":" + unreadable.column() + ": ";
            report.add(Finding.of(ScriptRule.LUA_ENCODING, method.place(), position + unreadable.problem())
                    .help(unreadable.help()));
            return Optional.empty();
        }
        AssembledScript script = (AssembledScript) assembly;
        SourceText source = new SourceText(file.displayPath(), script.text());
        ParseResult parsed = LuaParser.parse(script.text());
        return Optional.of(new BoundScript(
                method.scriptPath(), source, script.sha1(), parsed, ScriptAnalysis.analyse(parsed.chunk())));
    }
}
