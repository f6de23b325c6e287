package dev.perigee.processor.source;

/**
 * What the search for a script came to.
 */
public sealed interface ScriptFile {

    /**
     * The script was found.
     *
     * @param displayPath its file relative to the working directory if it is below that, so that it can be clicked on; its
     *     path among the resources if it is no file of its own
     * @param bytes its content
     */
    @SuppressWarnings("ArrayRecordComponent") // read once, compared never
    record Found(String displayPath, byte[] bytes) implements ScriptFile {}

    /**
     * The script was not found.
     *
     * @param tried the places that were looked in, in order, in words
     */
    record Missing(java.util.List<String> tried) implements ScriptFile {

        public Missing {
            tried = java.util.List.copyOf(tried);
        }
    }
}
