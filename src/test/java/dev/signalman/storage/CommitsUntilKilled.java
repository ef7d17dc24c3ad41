package dev.signalman.storage;

import java.util.List;

/** A process that commits rows to a database file and prints each number after its commit, until it is killed. */
final class CommitsUntilKilled {
    static final int KEPT = 500;

    private CommitsUntilKilled() {}

    public static void main(String... arguments) {
        var database = Database.open(DatabaseAddress.file(arguments[0]), List.of());
        database.jdbi()
                .useHandle(handle -> handle.execute(
                        "create table if not exists numbers (n bigint primary key, words varchar not null)"));
        long from = database.inTransaction(handle -> handle.createQuery("select coalesce(max(n), 0) from numbers")
                .mapTo(Long.class)
                .one());
        for (long n = from + 1; ; n++) {
            long number = n;
            database.inTransaction(
                    handle -> handle.execute("insert into numbers (n, words) values (?, ?)", number, "word".repeat(400))
                            + handle.execute("delete from numbers where n <= ?", number - KEPT));
            System.out.println(number);
        }
    }
}
