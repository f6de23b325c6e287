package dev.perigee.lua.lint;

import java.util.Optional;

/** The version of the jar that runs. */
final class Version {

    private Version() {}

    static String of() {
        return Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
                .orElse("development");
    }
}
