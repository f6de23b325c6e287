package dev.perigee.lua.diagnostics;

/** How much a finding weighs. */
public enum Severity {
    /** What is written cannot work, or not as written. No invoker is generated for an interface with an error. */
    ERROR,
    /** Probably a mistake. */
    WARNING,
    /** Worth knowing. */
    NOTE
}
