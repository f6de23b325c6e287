package dev.perigee.client;

/** The version of this library, as its jar's manifest says. */
final class LibraryVersion {

    private static final String UNKNOWN = "${perigee.version}";

    private LibraryVersion() {}

    /** The version; a placeholder when the classes do not come from the jar. */
    static String current() {
        String version = LibraryVersion.class.getPackage().getImplementationVersion();
        return version == null ? UNKNOWN : version;
    }
}
