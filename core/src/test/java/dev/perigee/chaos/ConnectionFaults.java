package dev.perigee.chaos;

import dev.perigee.chaos.Books.Told;
import dev.perigee.invoke.Delivery;
import dev.perigee.invoke.Script;

/** Connections end while calls are on them: killed by the server, or cut here, in turn. */
final class ConnectionFaults {

    private static final int LONGEST_MILLIS = 10_000;

    private final String where;
    private final Subject subject;
    private final int faults;
    private final int callsBetween;

    /** @param callsBetween how many calls succeed after a fault before the next one */
    ConnectionFaults(String where, Subject subject, int faults, int callsBetween) {
        this.where = where;
        this.subject = subject;
        this.faults = faults;
        this.callsBetween = callsBetween;
    }

    Row run(Delivery delivery, Promise promise) {
        Books books = Tags.books(delivery.name());
        Script script = CountedCall.script(delivery);
        Audit audit = meet(books, subject.caller(script, books));
        Row row = Row.of("connections lost, " + where, promise, faults, audit, "")
                .with(audit.slowestMillis() < LONGEST_MILLIS, "a call took " + audit.slowestMillis() + " ms");
        return promise == Promise.AT_MOST_ONCE
                ? row.with(audit.count(Told.OUTCOME_UNKNOWN) > 0, "no fault met a call")
                : row;
    }

    /** The faults, while this caller calls. */
    Audit meet(Books books, Load.Caller caller) {
        Load load = Load.start(books, Tags.THREADS, caller);
        try {
            load.awaitSuccesses(callsBetween);
            for (int i = 0; i < faults; i++) {
                if (i % 2 == 0) {
                    subject.killClients();
                } else {
                    subject.cutSockets();
                }
                load.awaitSuccesses(callsBetween);
            }
            load.finish();
        } finally {
            load.abandon();
        }
        return subject.audit(books);
    }
}
