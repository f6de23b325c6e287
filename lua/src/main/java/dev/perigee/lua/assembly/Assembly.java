package dev.perigee.lua.assembly;

/** What {@link ScriptAssembly} makes of a file. */
public sealed interface Assembly permits AssembledScript, UnreadableScript {}
