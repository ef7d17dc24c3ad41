package dev.signalman.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalman.storage.Database;
import dev.signalman.storage.OnEachDatabase;
import dev.signalman.storage.TestDatabase;
import java.sql.DriverManager;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** Lines that a version before 2026-11-30 23:00 stored for itself continue as woken keys. */
@OnEachDatabase
final class EarlierVersionTest {
    private final TestDatabase kind;

    EarlierVersionTest(TestDatabase kind) {
        this.kind = kind;
    }

    @Test
    void whatWasToBeSaidLaterIsLookedAtNow() {
        var address = kind.fresh();
        Flyway.configure()
                .dataSource(address.jdbcUrl(), address.user(), address.password())
                .locations("classpath:dev/signalman/journal/migrations")
                .target("202611301401")
                .load()
                .migrate();
        Jdbi.create(() -> DriverManager.getConnection(address.jdbcUrl(), address.user(), address.password()))
                .useHandle(handle -> {
                    for (var line : List.of(
                            "expire 12",
                            "remind 12",
                            "follow 7 attempt=3",
                            "recall 7",
                            "lapse 3f2b8c1d-52a7-4e0f-9b64-d1c7a90e6f28",
                            "nag 9e2b8c1d-52a7-4e0f-9b64-d1c7a90e6f28 attempt=1",
                            "tend 5c2b8c1d-52a7-4e0f-9b64-d1c7a90e6f28 attempt=0",
                            "observe 1b2b8c1d-52a7-4e0f-9b64-d1c7a90e6f28")) {
                        said(handle, line);
                    }
                });
        try (var now = Database.open(address, List.of(JournalModule.MIGRATIONS))) {
            now.jdbi().useHandle(handle -> {
                assertThat(handle.createQuery(
                                        "SELECT kind || ' ' || id FROM watches WHERE next_look <= CURRENT_TIMESTAMP")
                                .mapTo(String.class)
                                .list())
                        .containsExactlyInAnyOrder(
                                "REQUEST 12",
                                "REQUEST 7",
                                "BREAK_GLASS 7",
                                "LOCK 3f2b8c1d-52a7-4e0f-9b64-d1c7a90e6f28",
                                "LOCK 9e2b8c1d-52a7-4e0f-9b64-d1c7a90e6f28");
                assertThat(handle.createQuery("SELECT user_id, channel FROM watches WHERE id = '12'")
                                .mapToMap()
                                .one())
                        .isEqualTo(Map.of("user_id", "UALICE", "channel", "C1"));
                assertThat(handle.createQuery("SELECT line FROM inbox WHERE due_at IS NOT NULL")
                                .mapTo(String.class)
                                .list())
                        .containsExactly("observe 1b2b8c1d-52a7-4e0f-9b64-d1c7a90e6f28");
            });
        }
    }

    private static void said(Handle handle, String line) {
        handle.createUpdate("""
                        INSERT INTO inbox (id, user_id, user_name, team_id, channel, line, origin, ephemeral, taken, due_at, attempts)
                        VALUES (:line, 'UALICE', 'Alice', 'T1', 'C1', :line, 'itself', false, CURRENT_TIMESTAMP, CURRENT_TIMESTAMP, 0)""").bind("line", line).execute();
    }
}
