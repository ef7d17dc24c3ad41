package dev.signalman.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.google.inject.Guice;
import com.google.inject.Key;
import com.google.inject.TypeLiteral;
import dev.signalman.app.config.Configuration;
import dev.signalman.feature.access.AccessRules;
import dev.signalman.feature.subscriptions.FileSubscriptions;
import dev.signalman.keyring.Keyring;
import dev.signalman.ruling.Policies;
import dev.signalman.schedule.OldRowPurge;
import dev.signalman.semaphore.Credential;
import dev.signalman.slack.SlackSettings;
import dev.signalman.storage.Database;
import dev.signalman.storage.DatabaseAddress;
import dev.signalman.storage.PurgedTable;
import dev.signalman.subject.ProjectSettings;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Tables that lose their old rows. */
final class PurgedTablesTest {
    @Test
    void everyPurgedTableAndItsColumnExist() {
        var clock = InstantSource.system();
        var parts = Guice.createInjector(BotModules.of(configuration(), clock, () -> "id"));
        var purged = parts.getInstance(Key.get(new TypeLiteral<Set<PurgedTable>>() {}));
        try (var database = parts.getInstance(Database.class)) {
            assertThat(purged)
                    .isNotEmpty()
                    .allSatisfy(table -> assertThatCode(() -> new OldRowPurge(database.jdbi(), clock, table).run())
                            .doesNotThrowAnyException());
        }
    }

    private static Configuration configuration() {
        return new Configuration(
                0,
                new SlackSettings("xoxb-none", "no-secret-at-all", null, URI.create("https://slack.com/api/")),
                URI.create("https://acme.semaphoreci.com"),
                new Credential("none"),
                DatabaseAddress.memory("purged-tables"),
                Duration.ofSeconds(5),
                new ProjectSettings(Map.of()),
                AccessRules.NONE,
                new Policies(List.of()),
                new FileSubscriptions(List.of()),
                null,
                new Keyring(null, List.of()));
    }
}
