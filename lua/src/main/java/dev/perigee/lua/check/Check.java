package dev.perigee.lua.check;

/** Verifies one thing: of a script, or of every command it calls. */
sealed interface Check permits ScriptCheck, CommandCheck {}
