package dev.signalman.dialogue;

import static dev.signalman.harness.WorkspaceFixture.ALICE;
import static dev.signalman.harness.WorkspaceFixture.BOB;
import static dev.signalman.harness.WorkspaceFixture.DEPLOYS;
import static dev.signalman.harness.WorkspaceFixture.GUS;
import static dev.signalman.harness.WorkspaceFixture.SECRET;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalman.harness.ConfigurationChanger;
import dev.signalman.harness.Dialogue;
import dev.signalman.simulator.semaphore.Role;
import dev.signalman.simulator.semaphore.http.SemaphoreFault;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** People link their own tokens, only in a form, and delete them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class LinkingTest {
    private static final String TOKEN = "Your Semaphore API token";

    private Dialogue bot;

    @BeforeAll
    void start() throws Exception {
        bot = Dialogue.configured(
                usual -> ConfigurationChanger.from(usual).keyed().configuration());
    }

    @AfterAll
    void end() {
        bot.close();
    }

    @Test
    void aTokenIsAskedForInAFormTriedAndLinkedAndDeletedAgain() {
        bot.says(ALICE, "/semaphore link");
        var form = bot.form(ALICE);
        assertThat(form.title()).isEqualTo("Link your own token");
        assertThat(form.drawn()).contains("It is tested, stored encrypted, and never shown.");

        assertThat(form.fill(TOKEN, "not-a-token-of-anybody").submit())
                .hasEntrySatisfying(
                        TOKEN,
                        words -> assertThat(words)
                                .contains(
                                        "Semaphore rejects this token. Copy the whole API token from your account page. A new token "
                                                + "can take five minutes to work."));
        assertThat(form.isOpen()).isTrue();

        var said = bot.nextTo(
                ALICE,
                DEPLOYS,
                () -> assertThat(form.fill(TOKEN, "  " + bot.semaphore().token("alice") + "\n")
                                .submit())
                        .isEmpty());
        assertThat(said.drawn())
                .contains("Your Semaphore token is linked. It sees 2 projects.", "use /semaphore unlink");
        assertThat(form.isOpen()).isFalse();

        assertThat(bot.asks(ALICE, "/semaphore unlink").drawn()).contains("Your Semaphore token is deleted here.");
        assertThat(bot.asks(ALICE, "/semaphore unlink").drawn())
                .contains("You have no linked Semaphore token. Nothing was changed.");
        assertThat(bot.messages(DEPLOYS))
                .as("said to nobody else")
                .allMatch(message -> message.ephemeral() || !message.text().contains("linked"));
    }

    @Test
    void aTokenThatSeesNothingIsLinkedWithAWordAboutIt() {
        bot.semaphore().user("bob").isEverywhere(Role.STRANGER);
        bot.says(BOB, "/semaphore link");
        var form = bot.form(BOB);
        var said = bot.nextTo(
                BOB,
                DEPLOYS,
                () -> form.fill(TOKEN, bot.semaphore().token("bob")).submit());
        assertThat(said.drawn()).contains("It doesn't see any projects yet. Ask to be added to one in Semaphore.");
    }

    @Test
    void aListOfProjectsThatTakesMoreThanASecondIsWaitedFor() {
        bot.says(ALICE, "/semaphore link");
        var form = bot.form(ALICE);
        bot.semaphore().fault(SemaphoreFault.on("GET", "/projects").slowBy(Duration.ofMillis(1_300)));
        var said = bot.nextTo(
                ALICE,
                DEPLOYS,
                () -> assertThat(
                                form.fill(TOKEN, bot.semaphore().token("alice")).submit())
                        .isEmpty());
        assertThat(said.drawn()).contains("Your Semaphore token is linked");
        assertThat(bot.asks(ALICE, "/semaphore unlink").drawn()).contains("Your Semaphore token is deleted here.");
        assertThat(bot.slack().errors()).isEmpty();
    }

    @Test
    void theBotsOwnTokenIsNobodysToLink() {
        bot.says(ALICE, "/semaphore link");
        var form = bot.form(ALICE);
        assertThat(form.fill(TOKEN, bot.semaphore().token("signalman-bot")).submit())
                .hasEntrySatisfying(TOKEN, words -> assertThat(words).contains("Signalman's own token"));
        form.close();
    }

    @Test
    void whileSemaphoreDoesNotTellNothingIsKeptAndTheFormSaysSoInTime() {
        bot.says(ALICE, "/semaphore link");
        var form = bot.form(ALICE);
        for (var fault : new SemaphoreFault[] {
            SemaphoreFault.on("GET", "/projects").internalError(),
            SemaphoreFault.on("GET", "/projects").forbiddenAtTheEdge(),
            SemaphoreFault.on("GET", "/projects").slowBy(Duration.ofSeconds(6))
        }) {
            bot.semaphore().fault(fault.always());
            assertThat(form.fill(TOKEN, bot.semaphore().token("alice")).submit())
                    .as(fault.toString())
                    .containsOnlyKeys(TOKEN);
            bot.semaphore().heal();
        }
        form.close();
        assertThat(bot.asks(ALICE, "/semaphore unlink").drawn())
                .contains("You have no linked Semaphore token. Nothing was changed.");
        assertThat(bot.slack().errors()).isEmpty();
    }

    @Test
    void aTypedTokenIsNotTaken() {
        for (var line : new String[] {"link ", "LINK token=", "lnik ", "connect 127.0.0.1 ", "unlink "}) {
            var refused = bot.asks(ALICE, "/semaphore " + line + "Xy7-sEcret");
            assertThat(refused.drawn())
                    .contains(
                            "Never post a token in a message: Slack stores it, and others can read it.",
                            "reset it now",
                            "Nothing was changed")
                    .doesNotContain("Xy7-sEcret");
        }
    }

    @Test
    void fromWhereNoFormCanBeOpenedAButtonLeadsToIt() {
        bot.writes(BOB, "@signalman link");
        var refused = bot.answer(BOB, "I can't open the form from here.");
        assertThat(refused.buttons()).containsExactly("Link");
        bot.presses(BOB, refused, "Link");
        bot.form(BOB).close();
    }

    @Test
    void guestsAreRefusedWithoutAForm() {
        assertThat(bot.asks(GUS, "/semaphore link").drawn())
                .contains("You're a guest in this workspace. Guests can look, but not change anything. Ask a full "
                        + "member to do it.");
        assertThat(bot.slack().modal(GUS)).isEmpty();
    }

    @Test
    void itWorksWhereTheBotMayNotPost() {
        bot.says(ALICE, SECRET, "/semaphore link");
        var form = bot.form(ALICE);
        var said = bot.nextTo(
                ALICE,
                SECRET,
                () -> form.fill(TOKEN, bot.semaphore().token("carol")).submit());
        assertThat(said.drawn()).contains("Your Semaphore token is linked");
        assertThat(bot.asksIn(ALICE, SECRET, "/semaphore unlink").drawn())
                .contains("Your Semaphore token is deleted here.");
    }
}
