package dev.perigee.lua.commands;

import java.util.List;
import java.util.Optional;

/** A command, or a subcommand. */
public interface Command {

    /** The name in upper case; of a subcommand with its command's: {@code XINFO STREAM}. */
    String name();

    /** The number of words with the name; if negative, the least such number. */
    int arity();

    /** Whether a server has it. */
    boolean isOn(Target target);

    /** The first version that had it: {@code 7.0.0}. */
    Optional<String> since();

    /** Whether a server refuses it in scripts. */
    boolean isBarredFromScripts(Target target);

    /** Whether it may write, as far as the server is concerned. */
    boolean writes();

    /** Whether EVAL_RO refuses it: what writes, and what replicates without writing, as PUBLISH does. */
    boolean isRefusedReadOnly();

    /** Its subcommands; none for most. */
    List<Command> subcommands();

    /** Where a call's keys are. */
    KeyPositions keys(CommandLine line);

    /** What is wrong with a call's words, as far as their text tells: at most one problem a word. Not the number of them. */
    List<WordProblem> problems(CommandLine line, Target target);

    /** The forms that its reply can have; {@link LuaReply.Any} where that is not known. */
    List<LuaReply> replies(CommandLine line);

    /** Which words are durations or instants. */
    List<TimeWord> times(CommandLine line);
}
