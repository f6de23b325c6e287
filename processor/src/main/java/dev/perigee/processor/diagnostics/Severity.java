package dev.perigee.processor.diagnostics;

/** How much a finding weighs. */
public enum Severity {
    /** Nothing is generated for the interface. */
    ERROR,
    /** Reported; the invoker is generated. */
    WARNING
}
