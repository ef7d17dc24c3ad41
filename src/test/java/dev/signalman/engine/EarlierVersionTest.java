package dev.signalman.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalman.storage.Database;
import dev.signalman.storage.DatabaseAddress;
import dev.signalman.storage.OnEachDatabase;
import dev.signalman.storage.TestDatabase;
import java.sql.DriverManager;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleConsumer;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** What an earlier version still wanted to say to itself goes on as keys that are woken. */
@OnEachDatabase
final class EarlierVersionTest {
    private final TestDatabase kind;

    EarlierVersionTest(TestDatabase kind) {
        this.kind = kind;
    }

    @Test
    void whatWasToBeDoneLaterIsReconciledNow() {
        var address = kind.fresh();
        at("202611301401", address, handle -> {
            for (var line : List.of(
                    "expire 12",
                    "remind 12",
                    "follow 7 attempt=3",
                    "recall 7",
                    "lapse 3f2b8c1d-52a7-4e0f-9b64-d1c7a90e6f28",
                    "nag 9e2b8c1d-52a7-4e0f-9b64-d1c7a90e6f28 attempt=1",
                    "tend 5c2b8c1d-52a7-4e0f-9b64-d1c7a90e6f28 attempt=0",
                    "triage 1b2b8c1d-52a7-4e0f-9b64-d1c7a90e6f28 attempt=0")) {
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
                        .containsExactly("triage 1b2b8c1d-52a7-4e0f-9b64-d1c7a90e6f28 attempt=0");
            });
        }
    }

    @Test
    void whatWasToBeShownIsShownNow() {
        var address = kind.fresh();
        at("202611302300", address, handle -> {
            for (var line : List.of(
                    "observe 1b2b8c1d-0 reason=\"Run by Alice Adams with A=b\" attempt=0",
                    "observe 2b2b8c1d-0 attempt=4",
                    "observe 3b2b8c1d-0 promotion=production reason=\"Promoted to production by Alice\" "
                            + "since=\"2026-11-30T23:10:00.123Z\" act=9c0ffee0-52a7 attempt=17",
                    "observe 4b2b8c1d-0 promotion=\"pre prod\" reason=\"Promoted\" attempt=2",
                    "refresh 5b2b8c1d-0",
                    "notice 6b2b8c1d-0 attempt=3",
                    "compare 7b2b8c1d-0 \"0123456789abcdef0123456789abcdef01234567\" attempt=1",
                    "ensure-stopped 8b2b8c1d-0 attempt=2",
                    "pause C0BUILDS why=is_archived",
                    "home Ev0PV52K21 attempt=3")) {
                said(handle, line);
            }
            handle.execute("UPDATE inbox SET thread = '12.5' WHERE line LIKE 'observe 2%'");
            handle.execute(
                    "INSERT INTO inbox (id, user_id, user_name, channel, line, origin, ephemeral, taken, due_at, attempts)"
                            + " SELECT 'opened', user_id, user_name, channel, 'home Ev1 blank=yes attempt=0', 'noticed', ephemeral, taken,"
                            + " due_at, attempts FROM inbox WHERE line LIKE 'home %'");
        });
        try (var now = Database.open(address, List.of(JournalModule.MIGRATIONS))) {
            now.jdbi().useHandle(handle -> {
                assertThat(handle.createQuery("SELECT kind || '|' || id || '|' || note || '|' || channel FROM watches "
                                        + "WHERE next_look <= CURRENT_TIMESTAMP AND user_id = 'UALICE'")
                                .mapTo(String.class)
                                .list())
                        .containsExactlyInAnyOrder(
                                "PIPELINE_CARD|1b2b8c1d-0 C1|Run by Alice Adams with A=b|C1",
                                "PIPELINE_CARD|2b2b8c1d-0 C1 12.5||C1",
                                "PROMOTION|9c0ffee0-52a7|Promoted to production by Alice|C1",
                                "PIPELINE_CARD|4b2b8c1d-0 C1||C1",
                                "PIPELINE_CARD|5b2b8c1d-0||",
                                "PROMOTED_PIPELINE|6b2b8c1d-0||C1",
                                "RUN|7b2b8c1d-0|0123456789abcdef0123456789abcdef01234567|C1",
                                "WRONG_DEPLOY|8b2b8c1d-0||C1",
                                "CHANNEL|C0BUILDS|is_archived|C1");
                assertThat(handle.createQuery("SELECT line FROM inbox WHERE due_at IS NOT NULL")
                                .mapTo(String.class)
                                .list())
                        .containsExactly("home blank");
            });
        }
    }

    private static void at(String version, DatabaseAddress address, HandleConsumer<RuntimeException> stored) {
        Flyway.configure()
                .dataSource(address.jdbcUrl(), address.user(), address.password())
                .locations("classpath:dev/signalman/engine/migrations")
                .target(version)
                .load()
                .migrate();
        Jdbi.create(() -> DriverManager.getConnection(address.jdbcUrl(), address.user(), address.password()))
                .useHandle(stored);
    }

    private static void said(Handle handle, String line) {
        handle.createUpdate("""
                        INSERT INTO inbox (id, user_id, user_name, team_id, channel, line, origin, ephemeral, taken, due_at, attempts)
                        VALUES (:line, 'UALICE', 'Alice', 'T1', 'C1', :line, 'itself', false, CURRENT_TIMESTAMP, CURRENT_TIMESTAMP, 0)""").bind("line", line).execute();
    }
}
