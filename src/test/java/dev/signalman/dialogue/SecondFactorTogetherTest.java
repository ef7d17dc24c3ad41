package dev.signalman.dialogue;

import static dev.signalman.harness.AuthenticatorApp.CODE;
import static dev.signalman.harness.WorkspaceFixture.ALICE;
import static dev.signalman.harness.WorkspaceFixture.BOB;
import static dev.signalman.harness.WorkspaceFixture.DEPLOYS;
import static dev.signalman.harness.WorkspaceFixture.RELEASE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalman.harness.AuthenticatorApp;
import dev.signalman.harness.ConfigurationChanger;
import dev.signalman.harness.Dialogue;
import dev.signalman.harness.SlackTransport;
import dev.signalman.ruling.Approvals;
import dev.signalman.ruling.Policies;
import dev.signalman.ruling.Policy;
import dev.signalman.ruling.StepUp;
import dev.signalman.storage.TestDatabase;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A code that one bot took is spent for the other one, too. */
@Tag("long")
@Tag("once")
final class SecondFactorTogetherTest {
    @Test
    void aCodeCountsOnceOnTwoBots() throws Exception {
        var production = Policy.of("production", List.of("web"), List.of(), null)
                .with(Approvals.of(2, RELEASE).in(DEPLOYS))
                .steppingUp(StepUp.VOTES);
        try (var bot = Dialogue.over(
                SlackTransport.HTTP,
                TestDatabase.POSTGRES.whole(),
                usual -> ConfigurationChanger.from(usual)
                        .promotions(new Policies(List.of(production)))
                        .keyed()
                        .configuration())) {
            int other = bot.isJoined();
            var app = AuthenticatorApp.setUp(bot, BOB, "bob");
            bot.passes(Duration.ofHours(24));
            bot.passed("web", "Round invoices");
            bot.says(ALICE, "/semaphore promote production web");
            var first = bot.card("requests approval to promote", "Round invoices");
            bot.passed("web", "Round them up");
            bot.says(ALICE, "/semaphore promote production web");
            var second = bot.card("requests approval to promote", "Round them up");

            var code = app.code();
            bot.presses(BOB, first, "Approve");
            assertThat(bot.form(BOB).fill(CODE, code).submit()).isEmpty();
            bot.becomes(first, "1 of 2 approvals", "Bob");

            bot.slack().botAt(URI.create("http://127.0.0.1:" + other + "/slack/events"));
            bot.presses(BOB, second, "Approve");
            var form = bot.form(BOB);
            assertThat(form.fill(CODE, code).submit())
                    .hasEntrySatisfying(CODE, words -> assertThat(words).contains("This code was already used."));
            bot.untilAllIsDone();
            assertThat(bot.slack().now(second).drawn()).contains("0 of 2 approvals");
            bot.passes(Duration.ofSeconds(30));
            assertThat(form.fill(CODE, app.code()).submit()).isEmpty();
            bot.becomes(second, "1 of 2 approvals", "Bob");
        }
    }
}
