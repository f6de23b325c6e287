package dev.perigee.invoke;

/** What may be done about a call whose reply was lost, so that its script may or may not have run. */
public enum Delivery {
    /** Nothing: the call fails, and is never sent again. */
    AT_MOST_ONCE,
    /** It is sent again within its time limit: running twice does no harm. */
    IDEMPOTENT,
    /** It is sent again within its time limit: the script has recorded its reply, and gives that again. */
    EXACTLY_ONCE;

    /** Whether a call that may have run is sent again. */
    public boolean mayRepeat() {
        return this != AT_MOST_ONCE;
    }
}
