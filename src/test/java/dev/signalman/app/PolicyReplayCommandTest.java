package dev.signalman.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalman.feature.approvals.ApprovalsModule;
import dev.signalman.storage.TestDatabase;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The command {@code policy replay}: what it reads, and its exit code. */
@Tag("long")
final class PolicyReplayCommandTest {
    @TempDir
    private Path folder;

    private final Map<String, String> environment = new HashMap<>();
    private String out = "";
    private String err = "";

    @BeforeEach
    void rules() throws IOException {
        Files.writeString(
                folder.resolve("signalman.yml"),
                "promotions: [{name: production, approvals: 1, approvers: [S0RELEASE]}]");
        environment.put("SIGNALMAN_CONFIG", folder + "/signalman.yml");
    }

    private int replay(String... arguments) {
        var printed = new StringWriter();
        var complained = new StringWriter();
        int code = new CommandLine(
                        new PolicyCommand(environment, InstantSource.fixed(Instant.parse("2026-12-01T12:00:00Z"))))
                .setOut(new PrintWriter(printed, true))
                .setErr(new PrintWriter(complained, true))
                .execute(arguments);
        out = printed.toString();
        err = complained.toString();
        assertThat(out + err).doesNotContain("\tat ");
        return code;
    }

    @Test
    void itReadsTheDatabaseAndSaysWhatItCouldNotAsk() {
        environment.put(
                "DATABASE_URL",
                TestDatabase.POSTGRES.migrated(ApprovalsModule.MIGRATIONS).jdbcUrl());

        assertThat(replay("replay", "--since", "2w")).as(err).isZero();
        assertThat(out)
                .contains("0 requests decided since 2026-11-17 12:00 UTC: 0 end the same, 0 otherwise.")
                .contains("Slack wasn't asked who is in which group, because SLACK_BOT_TOKEN isn't set.");
    }

    @Test
    void aDatabaseThatCannotBeReadIsNoAnswer() {
        environment.put("DATABASE_URL", TestDatabase.POSTGRES.fresh().jdbcUrl());
        assertThat(replay("replay", "--since", "90d")).isEqualTo(2);
        assertThat(err).contains("Can't read the past requests: its tables are missing or out of date");

        environment.put("DATABASE_URL", "jdbc:postgresql://127.0.0.1:1/none");
        assertThat(replay("replay", "--since", "90d")).isEqualTo(2);
        assertThat(err).contains("Can't read the past requests: ");
        assertThat(out).isEmpty();
    }

    @Test
    void aWrongSpanOrTokenIsWrongUsage() {
        assertThat(replay("replay")).isEqualTo(2);
        assertThat(replay("replay", "--since", "a year")).isEqualTo(2);
        assertThat(err).contains("must be a number of hours, days or weeks, such as 36h, 90d or 12w");
        environment.put("SLACK_BOT_TOKEN", "not-a-token");
        assertThat(replay("replay", "--since", "90d")).isEqualTo(2);
        assertThat(err).contains("SLACK_BOT_TOKEN: is not the bot token").doesNotContain("not-a-token");
    }
}
