package dev.perigee.servers;

/** Hash slots from the first to the last, both included. */
record SlotRange(int first, int last) {

    static final int SLOTS = 16_384;

    static SlotRange parse(String text) {
        int dash = text.indexOf('-');
        return dash < 0
                ? new SlotRange(Integer.parseInt(text), Integer.parseInt(text))
                : new SlotRange(Integer.parseInt(text.substring(0, dash)), Integer.parseInt(text.substring(dash + 1)));
    }

    /** The share of one of several masters, the shares differing by one slot at most. */
    static SlotRange share(int master, int masters) {
        return new SlotRange(master * SLOTS / masters, (master + 1) * SLOTS / masters - 1);
    }

    int size() {
        return last - first + 1;
    }

    boolean contains(int slot) {
        return first <= slot && slot <= last;
    }
}
