package dev.signalman.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@OnEachDatabase
class DatabaseTest {
    private final Database database;

    DatabaseTest(TestDatabase kind) {
        database = kind.open();
        database.jdbi()
                .useHandle(handle -> handle.execute(
                        "create table notes (words varchar, at timestamp(6) with time zone, n integer)"));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void anInstantComesBackAsItWas() {
        var at = Instant.parse("2026-10-25T00:30:00.123456Z"); // an hour that many zones repeat
        insert("x", at);
        Instant back = database.jdbi()
                .withHandle(handle -> handle.createQuery("select at from notes")
                        .mapTo(Instant.class)
                        .one());
        assertThat(back).isEqualTo(at);
    }

    @Test
    void aTextWithNulIsKeptWithAReplacement() {
        insert("a\0b", Instant.EPOCH);
        String back = database.jdbi()
                .withHandle(handle -> handle.createQuery("select words from notes")
                        .mapTo(String.class)
                        .one());
        assertThat(back).isEqualTo("a\uFFFDb");
    }

    @Test
    void whatIsBoundNeverStandsInAnError() {
        assertThatThrownBy(() -> database.jdbi()
                        .withHandle(handle -> handle.createUpdate("insert into nowhere (words) values (:words)")
                                .bind("words", "https://hooks/secret")
                                .execute()))
                .hasMessageContaining("nowhere")
                .message()
                .doesNotContain("secret");
    }

    @Test
    void anOpenDatabaseAnswersAndAClosedOneDoesNot() {
        assertThat(database.answers()).isTrue();
        database.close();
        assertThat(database.answers()).isFalse();
    }

    private void insert(String words, Instant at) {
        database.inTransaction(handle -> handle.createUpdate("insert into notes (words, at) values (:words, :at)")
                .bind("words", words)
                .bind("at", at)
                .execute());
    }
}
