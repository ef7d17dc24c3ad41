package dev.signalman.storage;

import java.util.Optional;

/** What came of opening the database, for whoever can do without it. */
public sealed interface DatabaseOpenResult {
    /** The database, if it is open and a bot has already made this table in it. */
    Optional<Database> having(String table);

    /** It is open. */
    record Open(Database database) implements DatabaseOpenResult {
        @Override
        public Optional<Database> having(String table) {
            boolean there = database.jdbi()
                    .withHandle(handle -> handle.createQuery(
                                            "SELECT COUNT(*) FROM information_schema.tables WHERE table_name = :table")
                                    .bind("table", table)
                                    .mapTo(Integer.class)
                                    .one()
                            > 0);
            return there ? Optional.of(database) : Optional.empty();
        }
    }

    /** It is not. */
    record Closed(ClosedDatabaseException why) implements DatabaseOpenResult {
        @Override
        public Optional<Database> having(String table) {
            return Optional.empty();
        }
    }
}
