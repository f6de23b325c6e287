package dev.perigee.processor.model;

import dev.perigee.processor.diagnostics.InterfaceRule;

/** A reply cannot be read into a type; the message says which, and why. */
final class Unreadable extends Exception {

    private static final long serialVersionUID = 1L;

    private final InterfaceRule rule;
    private final String help;

    Unreadable(InterfaceRule rule, String message, String help) {
        super(message);
        this.rule = rule;
        this.help = help;
    }

    InterfaceRule rule() {
        return rule;
    }

    String help() {
        return help;
    }
}
