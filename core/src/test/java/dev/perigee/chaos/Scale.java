package dev.perigee.chaos;

/** How much is done: a little in each build, or much more with {@code -Dperigee.chaos=long}. */
enum Scale {
    SHORT,
    LONG;

    static Scale current() {
        return "long".equals(System.getProperty("perigee.chaos")) ? LONG : SHORT;
    }

    int of(int shortRun, int longRun) {
        return this == LONG ? longRun : shortRun;
    }
}
