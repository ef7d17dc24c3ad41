package dev.signalman.storage;

/** What came of opening the database, for whoever can do without it. */
public sealed interface Opening {
    /** It is open. */
    record Open(Database database) implements Opening {}

    /** It is not. */
    record Closed(ClosedDatabaseException why) implements Opening {}
}
