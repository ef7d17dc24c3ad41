package dev.signalman.storage;

import java.util.Optional;

/** The result of opening the database, for callers that can work without it. */
public sealed interface DatabaseOpenResult {
    /** The database, if it is open and contains this table. */
    Optional<Database> having(String table);

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

    record Closed(ClosedDatabaseException why) implements DatabaseOpenResult {
        @Override
        public Optional<Database> having(String table) {
            return Optional.empty();
        }
    }
}
