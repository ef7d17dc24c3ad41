package dev.signalman.dialogue;

import static dev.signalman.harness.WorkspaceFixture.ALICE;
import static dev.signalman.harness.WorkspaceFixture.BUILDS;
import static dev.signalman.harness.WorkspaceFixture.DEPLOYS;
import static dev.signalman.harness.WorkspaceFixture.GUS;
import static dev.signalman.harness.WorkspaceFixture.SECRET;
import static dev.signalman.harness.WorkspaceFixture.SHARED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalman.harness.ConfigurationChanger;
import dev.signalman.harness.Dialogue;
import dev.signalman.simulator.slack.SlackFault;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** People ask the bot about its health, in the channel in question. */
@TestInstance(Lifecycle.PER_CLASS)
final class AskingTheDoctorTest {
    private Dialogue bot;

    @BeforeAll
    void start() throws Exception {
        bot = Dialogue.start();
    }

    @AfterEach
    void heal() {
        bot.slack().faults().none();
        bot.semaphore().heal();
    }

    @AfterAll
    void end() {
        assertThat(bot.changesAsked()).isEmpty();
        bot.close();
    }

    @Test
    void onlyProblemsAreShownUntilSomebodyAsksForAll() {
        var problems = bot.asks(ALICE, "/semaphore doctor");
        assertThat(problems.drawn())
                .contains("Warning  *last notification from Semaphore*")
                .containsPattern("\\d+ checks: .*\\d+ OK\\.")
                .contains("[Check again]", "[Show all checks]")
                .doesNotContain("*queue*", "OK  *");

        var all = bot.nextTo(ALICE, DEPLOYS, () -> bot.presses(ALICE, problems, "Show all checks"));
        assertThat(all.drawn()).contains("OK  *queue*: Empty").doesNotContain("[Show all checks]");
    }

    @Test
    void whereAllIsAskedForEachThingIsALine() {
        assertThat(bot.asks(ALICE, "/semaphore doctor all").drawn())
                .contains("OK  *this channel*: Signalman is a member.")
                .contains("OK  *Slack's bot token*: Valid: signalman in acme")
                .contains("OK  *Slack's scopes*", "OK  *clock compared with Semaphore's*")
                .contains("sees 2 projects")
                .contains("OK  *queue*: Empty")
                .contains("OK  *instances*: One")
                .contains("OK  *last command from Slack*: Received")
                .contains("[Check again]")
                .doesNotContain(
                        bot.slack().app().botToken(),
                        bot.slack().app().signingSecret(),
                        bot.semaphore().token("signalman-bot"));
    }

    @Test
    void commandsThatComeAreNoProofThatEventsDo() throws Exception {
        try (var fresh = Dialogue.start()) {
            var before = fresh.asks(ALICE, "/semaphore doctor all");
            assertThat(before.drawn())
                    .contains("OK  *last command from Slack*: Received")
                    .contains("Warning  *last event from Slack*: No mention")
                    .contains("Event Subscriptions");
            fresh.slack().opensHome(ALICE);
            assertThat(fresh.nextTo(ALICE, DEPLOYS, () -> fresh.presses(ALICE, before, "Check again"))
                            .drawn())
                    .contains("OK  *last event from Slack*: Received");
        }
    }

    @Test
    void withWhoseAccountTheNotificationIsMadeIsSaidUntilOneCame() throws Exception {
        try (var fresh = Dialogue.start()) {
            var before = fresh.asks(ALICE, "/semaphore doctor all");
            assertThat(before.drawn())
                    .contains("Warning  *last notification from Semaphore*: SEMAPHORE_WEBHOOK_SECRET is set")
                    .contains("with the bot's own token");
            fresh.isNotifiedOf("web");
            fresh.passed("web", "Round invoices");
            fresh.until(
                    "it was delivered",
                    () -> !fresh.semaphore().notifications().deliveries().isEmpty());
            assertThat(fresh.nextTo(ALICE, DEPLOYS, () -> fresh.presses(ALICE, before, "Check again"))
                            .drawn())
                    .contains("OK  *last notification from Semaphore*: Received within the last week.");
        }
    }

    @Test
    void notificationsThatAreSignedWithAnotherSecretAreNamedAsACauseOfSilence() throws Exception {
        try (var fresh = Dialogue.configured(usual -> ConfigurationChanger.from(usual)
                .webhookSecret("another-secret-than-at-semaphore")
                .configuration())) {
            fresh.isNotifiedOf("web");
            fresh.passed("web", "Round invoices");
            fresh.until(
                    "it was refused",
                    () -> fresh.semaphore().notifications().deliveries().stream()
                            .anyMatch(each -> each.status() == 401));
            assertThat(fresh.asks(ALICE, "/semaphore doctor all").drawn())
                    .contains("Warning  *last notification from Semaphore*: SEMAPHORE_WEBHOOK_SECRET is set")
                    .contains("The secret that it names must hold the same value as WEBHOOK_SECRET");
        }
    }

    @Test
    void anOrganizationThatTakesNoApiTokensIsNamedAsACauseOfARefusedToken() throws Exception {
        try (var fresh = Dialogue.start()) {
            fresh.semaphore()
                    .fault(dev.signalman.simulator.semaphore.http.SemaphoreFault.everywhere()
                            .badToken()
                            .always());
            assertThat(fresh.asks(ALICE, "/semaphore doctor all").drawn())
                    .contains("Error  *Semaphore's token*: Semaphore rejects it (Unauthorized)")
                    .contains(
                            "sign-in methods",
                            "If the organization restricts sign-in methods, it must allow API tokens.");
        }
    }

    @Test
    void aGuestMayAsk() {
        assertThat(bot.asks(GUS, "/semaphore doctor all").drawn()).contains(" checks: ");
    }

    @Test
    void theWorstComesFirstAndIsGoneWhenItIsMended() {
        bot.slack().faults().always("auth.test", new SlackFault.Refused("token_revoked"));
        var ill = bot.asks(ALICE, "/semaphore doctor all");
        assertThat(ill.drawn().lines().skip(1).findFirst().orElse(""))
                .contains("Error  *Slack's bot token*: It was revoked (token_revoked).");

        bot.slack().faults().none();
        var well = bot.nextTo(ALICE, DEPLOYS, () -> bot.presses(ALICE, ill, "Check again"));
        assertThat(well.ts()).isEqualTo(ill.ts());
        assertThat(well.drawn()).contains("OK  *Slack's bot token*").doesNotContain("revoked");
    }

    @Test
    void aChannelWhosePeopleAreOfSeveralOrganizationsIsWorthALook() {
        assertThat(bot.asksIn(ALICE, SHARED, "/semaphore doctor all").drawn())
                .contains("Warning  *this channel's readers*: People of other organizations");
    }

    @Test
    void aPrivateChannelThatItIsNotInIsSaidWithHowToInviteIt() {
        assertThat(bot.asksIn(ALICE, SECRET, "/semaphore doctor all").drawn())
                .contains(
                        "Warning  *this channel*: Signalman isn't a member, so it can answer questions here but not act.",
                        "/invite @Signalman");
    }

    @Test
    void aPublicChannelThatItLeftIsWorthALook() {
        bot.slack().kick(BUILDS);
        assertThat(bot.asksIn(ALICE, BUILDS, "/semaphore doctor all").drawn())
                .contains("Warning  *this channel*: Signalman isn't a member, but can post in public channels.");
    }
}
