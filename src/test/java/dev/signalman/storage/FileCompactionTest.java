package dev.signalman.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.h2.jdbc.JdbcConnection;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("long")
class FileCompactionTest {
    @TempDir
    private Path folder;

    private long largest;
    private int shrunk;

    /** The file grows by megabytes between rounds, so it shrinks only during one. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void whatWasCommittedSurvivesAKillInTheMiddleOfACompaction(int rounds) throws IOException, InterruptedException {
        var file = folder.resolve("numbers");
        var printed = folder.resolve("printed.txt");
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        CommitsUntilKilled.class.getName(),
                        file.toString())
                .redirectErrorStream(true)
                .redirectOutput(printed.toFile())
                .start();
        try {
            await().atMost(Duration.ofSeconds(90))
                    .pollInterval(Duration.ofMillis(1))
                    .until(() -> shrunk() == rounds);
        } finally {
            process.destroyForcibly();
            process.waitFor();
        }
        try (var database = Database.open(DatabaseAddress.file(file.toString()), List.of())) {
            assertThat(number(database, "select max(n) from numbers")).isGreaterThanOrEqualTo(last(printed));
            assertThat(number(database, "select count(*) from numbers where length(words) = 1600"))
                    .isEqualTo(CommitsUntilKilled.KEPT);
        }
    }

    /** H2 closes a file that it cannot write, and the pool opens it again. */
    @Test
    void itGoesOnWithAFileThatWasClosedAndOpenedAgain() throws Exception {
        var mark = folder.resolve("numbers.version");
        var file = folder.resolve("numbers").toString();
        try (var database = Database.open(DatabaseAddress.file(file), List.of())) {
            database.jdbi().useHandle(handle -> handle.execute("create table numbers (n int primary key)"));
            await().until(() -> Files.exists(mark));
            try (var connection = database.source().getConnection()) {
                FileVersion.store(connection.unwrap(JdbcConnection.class)).closeImmediately();
            }
            await().ignoreExceptions().until(() -> {
                database.jdbi().useHandle(handle -> handle.execute("insert into numbers values (1)"));
                return true;
            });
            var before = Files.readString(mark);
            database.jdbi().useHandle(handle -> handle.execute("insert into numbers values (2)"));
            await().until(() -> !Files.readString(mark).equals(before));
        }
    }

    /** Number of times the file shrank. */
    private int shrunk() {
        var file = folder.resolve("numbers.mv.db");
        try {
            long size = Files.exists(file) ? Files.size(file) : 0;
            if (size < largest) {
                shrunk++;
                largest = 0;
            }
            largest = Math.max(largest, size);
            return shrunk;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The last completely printed number. */
    private static long last(Path printed) throws IOException {
        var text = Files.readString(printed);
        return text.substring(0, text.lastIndexOf('\n'))
                .lines()
                .filter(line -> line.matches("\\d+"))
                .mapToLong(Long::parseLong)
                .max()
                .orElseThrow();
    }

    private static long number(Database database, String query) {
        return database.<Long>inTransaction(
                handle -> handle.createQuery(query).mapTo(Long.class).one());
    }
}
