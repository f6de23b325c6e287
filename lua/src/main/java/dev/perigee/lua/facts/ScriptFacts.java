package dev.perigee.lua.facts;

import dev.perigee.lua.syntax.Shebang;
import dev.perigee.lua.value.Atom;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a script. Unknown stays unknown: where the text does not settle a question, {@link ArrayUse#dynamic()} is
 * true, {@code commandsComplete} false, a value {@linkplain dev.perigee.lua.value.Value#isUnknown() unknown}. The lists are in
 * the order of the text; what happens in a function that is called from several places may be in them several times, with
 * different values.
 *
 * @param shebang the first line, if it is one
 * @param keys the use of {@code KEYS}
 * @param argv the use of {@code ARGV}
 * @param names the names it gives its keys and arguments
 * @param commands the commands called
 * @param commandsComplete whether it can call no other commands than these, and all of these are known by name
 * @param comparisons the comparisons
 * @param conditions the values tested for truth
 * @param arithmetic the arithmetic
 * @param concatenations the concatenations
 * @param globals the uses of globals, those of the server's included
 * @param libraries the uses of library tables' fields
 * @param calls the calls of the server's functions
 * @param invalidCalls the calls of what is no function
 * @param missingValues the reads of what is never there
 * @param loops the {@code while} and {@code repeat} loops
 * @param returns the ends of the main chunk
 * @param errors the error codes it raises
 * @param errorsComplete whether it raises or returns no errors of its own with other codes
 */
public record ScriptFacts(
        @Nullable Shebang shebang,
        ArrayUse keys,
        ArrayUse argv,
        List<NamedInput> names,
        List<CommandUse> commands,
        boolean commandsComplete,
        List<Comparison> comparisons,
        List<Condition> conditions,
        List<Arithmetic> arithmetic,
        List<Concatenation> concatenations,
        List<GlobalUse> globals,
        List<LibraryUse> libraries,
        List<FunctionCall> calls,
        List<InvalidCall> invalidCalls,
        List<MissingValue> missingValues,
        List<Loop> loops,
        List<Return> returns,
        List<RaisedError> errors,
        boolean errorsComplete) {

    public ScriptFacts {
        names = List.copyOf(names);
        commands = List.copyOf(commands);
        comparisons = List.copyOf(comparisons);
        conditions = List.copyOf(conditions);
        arithmetic = List.copyOf(arithmetic);
        concatenations = List.copyOf(concatenations);
        globals = List.copyOf(globals);
        libraries = List.copyOf(libraries);
        calls = List.copyOf(calls);
        invalidCalls = List.copyOf(invalidCalls);
        missingValues = List.copyOf(missingValues);
        loops = List.copyOf(loops);
        returns = List.copyOf(returns);
        errors = List.copyOf(errors);
    }

    /** The use of one of the two arrays. */
    public ArrayUse of(Atom.Inputs.Array array) {
        return array == Atom.Inputs.Array.KEYS ? keys : argv;
    }
}
