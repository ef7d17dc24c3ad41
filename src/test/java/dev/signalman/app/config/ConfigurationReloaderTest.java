package dev.signalman.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalman.harness.LogLines;
import dev.signalman.simulator.SettableClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file that is read again is taken whole, or what held before holds on; either way the log says so. */
class ConfigurationReloaderTest {
    private static final Map<String, String> ENVIRONMENT = Map.of(
            "SLACK_BOT_TOKEN", "xoxb-1234-secretpart",
            "SLACK_SIGNING_SECRET", "0123456789secretpart",
            "SEMAPHORE_URL", "https://acme.semaphoreci.com",
            "SEMAPHORE_API_TOKEN", "secretpart-of-semaphore");

    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-26T10:00:00Z"));

    @TempDir
    private Path folder;

    private final List<String> noted = new ArrayList<>();
    private CurrentConfiguration currentConfiguration;
    private ConfigurationReloader reload;

    @BeforeEach
    void start() throws Exception {
        write("projects: [{name: web}]\npromotions: [{name: production}]");
        currentConfiguration = new CurrentConfiguration(ConfigurationReader.read(ENVIRONMENT, folder));
        reload = new ConfigurationReloader(currentConfiguration, noted::add, clock);
        clock.advance(Duration.ofHours(1));
    }

    private void write(String file) throws IOException {
        Files.writeString(folder.resolve("signalman.yml"), file);
    }

    private List<String> reload() {
        try (var log = new LogLines()) {
            reload.from(() -> ConfigurationReader.again(ENVIRONMENT, folder));
            return log.all();
        }
    }

    private List<String> rules() {
        return currentConfiguration.now().promotions().all().stream()
                .map(rule -> rule.name())
                .toList();
    }

    @Test
    void validFileTakesEffectAndItsChangesAreCounted() throws Exception {
        write("""
                projects: [{name: web}]
                promotions: [{name: production}, {name: staging}]
                access: {stop: everyone}
                subscriptions: [{channel: C0BUILDS, project: web}]
                """);
        var before = currentConfiguration.now();
        reload();
        assertThat(ConfigurationDiff.between(before, currentConfiguration.now()))
                .containsExactly(
                        "access (1, previously 0)", "promotions (2, previously 1)", "subscriptions (1, previously 0)");
        assertThat(rules()).containsExactly("production", "staging");
        assertThat(currentConfiguration.now().access().byVerb()).containsKey("stop");
        assertThat(currentConfiguration.now().subscriptions().all()).hasSize(1);
        assertThat(reload.last().since()).isEqualTo("2026-11-26T11:00:00Z");
    }

    @Test
    void invalidFileIsRejectedAndEachFaultIsLoggedWithItsLine() throws Exception {
        write("projects: [{name: web}]\npromotions:\n  - {name: production, approvals: 1}\nprojets: []");
        assertThat(reload())
                .hasSize(3)
                .contains("The configuration was not reloaded because it has errors; the previous one stays active:")
                .anyMatch(line -> line.startsWith("  signalman.yml, line 3, promotions[0].approvals: is 1"))
                .anyMatch(line -> line.startsWith("  signalman.yml, line 4, projets: isn't a known key"));
        assertThat(rules()).containsExactly("production");
        assertThat(reload.last().faults()).hasSize(2);
        assertThat(reload.last().tried()).isEqualTo("2026-11-26T11:00:00Z");
        assertThat(reload.last().since()).isEqualTo("2026-11-26T10:00:00Z");
    }

    @Test
    void aFileThatIsGoneOrEmptyTakesNothingAway() throws Exception {
        Files.delete(folder.resolve("signalman.yml"));
        assertThat(reload()).anyMatch(line -> line.contains("signalman.yml: is missing; put it back"));
        write("");
        assertThat(reload()).anyMatch(line -> line.contains("signalman.yml: is empty"));
        write("# nothing but words\n");
        assertThat(reload()).anyMatch(line -> line.contains("signalman.yml: is empty"));
        assertThat(rules()).containsExactly("production");

        write("promotions: []");
        reload();
        assertThat(rules()).isEmpty();
    }

    @Test
    void whatNeedsARestartIsNamedUntilThereWasOne() throws Exception {
        var changed = "port: 4000\npoll_interval: PT9S\npromotions: [{name: staging}]";
        write(changed);
        assertThat(reload())
                .contains("port changed too; restart to apply it", "poll_interval changed too; restart to apply it");
        assertThat(rules()).containsExactly("staging");
        assertThat(currentConfiguration.now().port()).isEqualTo(3000);
        reload();
        assertThat(reload.last().waiting()).containsExactly("port", "poll_interval");

        write("promotions: [{name: staging}]");
        reload();
        assertThat(reload.last().waiting()).isEmpty();
    }

    @Test
    void theFileIsNotedWithTheHashOfItsBytesBeforeItHolds() throws Exception {
        write("promotions: [{name: staging}]");
        reload();
        var hash = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(folder.resolve("signalman.yml")));
        assertThat(noted)
                .containsExactly("signalman.yml sha256:" + HexFormat.of().formatHex(hash));
        assertThat(currentConfiguration.now().rulesFile()).isEqualTo(noted.get(0));
        write("promotions: [{name: staging}");
        reload();
        assertThat(noted).as("one that has a fault is not").hasSize(1);
    }

    @Test
    void aFileThatTheLedgerCannotNoteIsNotTaken() throws Exception {
        reload = new ConfigurationReloader(
                currentConfiguration,
                file -> {
                    throw new IllegalStateException("the database is away");
                },
                clock);
        write("promotions: [{name: staging}]");
        reload();
        assertThat(rules()).containsExactly("production");
        assertThat(reload.last().faults()).hasSize(1);
    }

    @Test
    void aReaderThatBreaksTakesNothingAway() {
        reload.from(() -> {
            throw new IllegalStateException("the disk is on fire");
        });
        assertThat(rules()).containsExactly("production");
        assertThat(reload.last().faults()).hasSize(1);
    }
}
