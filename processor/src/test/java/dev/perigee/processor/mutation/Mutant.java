package dev.perigee.processor.mutation;

/**
 * A script or an interface with one fault.
 *
 * @param fault its kind
 * @param file the file that is changed
 * @param line the line, from 1
 * @param before what was there
 * @param after what is there now
 * @param text the whole file with the fault
 */
record Mutant(Fault fault, String file, int line, String before, String after, String text) {

    @Override
    public String toString() {
        return fault + " " + file + ":" + line + ": " + before.replace('\n', ' ') + " => " + after.replace('\n', ' ');
    }
}
