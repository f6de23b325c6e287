package dev.perigee.lua.check;

import dev.perigee.lua.commands.Target;

/**
 * What a script is checked for.
 *
 * @param target the server it must run on
 * @param profile the deployment
 * @param strict whether to report also what cannot be proved to be right
 * @param keyCount how many keys it is called with; -1 where that is not known
 */
public record Settings(Target target, Profile profile, boolean strict, int keyCount) {

    /** Redis 7.0, one server, not strict, any number of keys. */
    public static final Settings DEFAULT = new Settings(Target.REDIS_7_0, Profile.STANDALONE, false, -1);
}
