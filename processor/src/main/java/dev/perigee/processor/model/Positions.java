package dev.perigee.processor.model;

/** Counts the places in ARGV while arguments are read. */
final class Positions {

    /** The place of what has none of its own. */
    static final int NONE = 0;

    private int next = 1;
    private boolean open;
    private boolean lost;

    /** The next place, from 1; {@link #NONE} behind a part of variable length. */
    int take() {
        return open || lost ? NONE : next++;
    }

    /** A part of variable length begins. */
    void open() {
        open = true;
    }

    /** Something could not be read, so nothing is known about what follows. */
    void lose() {
        lost = true;
    }

    boolean isLost() {
        return lost;
    }
}
