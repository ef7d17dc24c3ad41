package dev.signalman.dialogue;

import static dev.signalman.harness.WorkspaceFixture.ALICE;
import static dev.signalman.harness.WorkspaceFixture.BOB;
import static dev.signalman.harness.WorkspaceFixture.CAROL;
import static dev.signalman.harness.WorkspaceFixture.DEPLOYS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalman.app.config.Configuration;
import dev.signalman.harness.ConfigurationChanger;
import dev.signalman.harness.Dialogue;
import dev.signalman.harness.PipelineFixture;
import dev.signalman.harness.TokenLinking;
import dev.signalman.ruling.Approvals;
import dev.signalman.ruling.Policies;
import dev.signalman.ruling.Policy;
import dev.signalman.semaphore.TokenChoice;
import dev.signalman.simulator.semaphore.Role;
import dev.signalman.simulator.semaphore.http.CallRecord;
import dev.signalman.simulator.semaphore.http.SemaphoreFault;
import dev.signalman.web.Reply;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Promotions with the requester's own token: always for production, if linked for staging. */
@Execution(ExecutionMode.CONCURRENT)
final class PromotingAsTest {
    private Dialogue bot;
    private String pipeline;

    @BeforeEach
    void start() throws Exception {
        bot = Dialogue.configured(PromotingAsTest::ruled);
        pipeline = bot.passed("web", "Round invoices");
    }

    private static Configuration ruled(Configuration usual) {
        var policies = new Policies(List.of(
                Policy.of("production", List.of("web"), List.of(), null).as(TokenChoice.PERSON),
                Policy.of("canary", List.of("web"), List.of(), null)
                        .as(TokenChoice.PERSON)
                        .with(Approvals.of(1, BOB, CAROL)),
                Policy.of("staging", List.of("web"), List.of(), null).as(TokenChoice.PERSON_OR_SERVICE)));
        return ConfigurationChanger.from(usual).promotions(policies).keyed().configuration();
    }

    @AfterEach
    void end() {
        bot.close();
    }

    private List<String> promoters() {
        return bot.semaphore().promoters("web");
    }

    private void promotes(String person, String promotion) {
        bot.says(person, "/semaphore promote " + promotion + " " + pipeline);
    }

    @Test
    void aPromotionGoesUnderTheNameOfWhoeverAsksAndTheCardSaysSo() {
        TokenLinking.links(bot, ALICE, "alice");
        promotes(ALICE, "production");
        bot.card("Promoted to production by Alice with their own token", "Round invoices");
        bot.card("*production*: deploying by Alice with their own token");
        assertThat(promoters()).containsExactly("alice");
    }

    @Test
    void whoeverHasLinkedNoneIsRefusedWithAWordWhatToDoAndNothingIsPromoted() {
        bot.semaphore().forgetCalls();
        promotes(BOB, "production");
        bot.answer(
                BOB,
                "This has to run as the requester's own Semaphore account, but Bob hasn't linked a token. "
                        + "Bob needs to use /semaphore link first.");
        assertThat(bot.changesAsked()).isEmpty();
        assertThat(promoters()).isEmpty();

        assertThat(bot.asks(BOB, "/semaphore why production " + pipeline).drawn())
                .contains("Bob hasn't linked a token. Bob needs to use /semaphore link first.");
        TokenLinking.links(bot, BOB, "bob");
        assertThat(bot.asks(BOB, "/semaphore why production " + pipeline).drawn())
                .contains("Runs as Bob's Semaphore account");
    }

    @Test
    void whereTheBotsTokenWillDoTheCardSaysWhose() {
        promotes(BOB, "staging");
        bot.card("Promoted to staging by Bob with Signalman's token (none linked)", "Round invoices");
        assertThat(promoters()).containsExactly("signalman-bot");
    }

    @Test
    void whereTheBotsTokenWouldDoTheirOwnComesFirst() {
        TokenLinking.links(bot, BOB, "bob");
        promotes(BOB, "staging");
        bot.card("Promoted to staging by Bob with their own token");
        assertThat(promoters()).containsExactly("bob");
    }

    @Test
    void aTokenThatWasResetIsForgottenAndThePersonIsTold() {
        TokenLinking.links(bot, ALICE, "alice");
        bot.semaphore().user("alice").resetsToken();
        promotes(ALICE, "production");
        bot.answer(
                ALICE,
                "Semaphore no longer accepts your linked token, so it was deleted. Link a new one with "
                        + "/semaphore link, then try again.");
        assertThat(promoters()).isEmpty();
        assertThat(bot.asks(ALICE, "/semaphore unlink").drawn())
                .contains("You have no linked Semaphore token. Nothing was changed.");

        TokenLinking.links(bot, ALICE, "alice");
        promotes(ALICE, "production");
        bot.card("Promoted to production by Alice with their own token");
        assertThat(promoters()).containsExactly("alice");
    }

    @Test
    void whereTheBotsTokenWillDoAForgottenOneIsSaidOnTheCard() {
        TokenLinking.links(bot, CAROL, "carol");
        bot.semaphore().user("carol").leaves();
        promotes(CAROL, "staging");
        bot.card("Promoted to staging by Carol with Signalman's token (Semaphore rejected theirs)");
        assertThat(promoters()).containsExactly("signalman-bot");
        assertThat(bot.asks(CAROL, "/semaphore unlink").drawn())
                .contains("You have no linked Semaphore token. Nothing was changed.");
    }

    @Test
    void aTokenWithoutTheRightIsKeptAndTheBotsIsNoWayRound() {
        bot.semaphore().user("alice").is(Role.READER, "web");
        TokenLinking.links(bot, ALICE, "alice");
        for (var promotion : new String[] {"production", "staging"}) {
            promotes(ALICE, promotion);
            bot.untilAllIsDone(); // both answers have the same words
            bot.answer(
                    ALICE,
                    "Semaphore doesn't let your own account promote this (Not Found)",
                    "Your token stays linked");
        }
        assertThat(promoters()).isEmpty();
        bot.semaphore().fault(SemaphoreFault.on("POST", "/promotions").answers(Reply.bare(403, "Permission denied")));
        promotes(ALICE, "production");
        bot.answer(
                ALICE,
                "Permission denied",
                "Ask for the role Contributor in that project, or try again in a few minutes. Your token "
                        + "stays linked.");
        assertThat(bot.asks(ALICE, "/semaphore unlink").drawn())
                .as("a 401 or 403 of another kind says nothing of the token")
                .contains("Your Semaphore token is deleted here.");
    }

    @Test
    void afterALostAnswerThePromotionIsFoundAndToldWithItsToken() {
        TokenLinking.links(bot, ALICE, "alice");
        bot.semaphore().fault(SemaphoreFault.on("POST", "/promotions").actsThenTimesOut());
        promotes(ALICE, "production");
        bot.card("Promoted to production by Alice with their own token");
        assertThat(promoters()).containsExactly("alice");
    }

    @Test
    void whatIsAskedForAgainIsAskedWithTheSameToken() {
        TokenLinking.links(bot, ALICE, "alice");
        bot.semaphore().forgetCalls();
        bot.semaphore().fault(SemaphoreFault.on("POST", "/promotions").internalError());
        promotes(ALICE, "staging");
        bot.card("Promoted to staging by Alice with their own token");
        assertThat(bot.semaphore().calls())
                .filteredOn(call -> call.method().equals("POST"))
                .extracting(CallRecord::user)
                .containsExactly("alice", "alice");
        assertThat(promoters()).containsExactly("alice");
    }

    @Test
    void onceTheirTokenIsRefusedInTheMiddleNobodyElsesIsTaken() {
        TokenLinking.links(bot, ALICE, "alice");
        bot.semaphore().fault(SemaphoreFault.on("POST", "/promotions").internalError());
        bot.semaphore().fault(SemaphoreFault.on("POST", "/promotions").badToken());
        promotes(ALICE, "staging");
        bot.answer(
                ALICE,
                "Semaphore no longer accepts your linked token, so it was deleted.",
                "It may have worked, so I didn't try again. Check in Semaphore before you repeat it.");
        assertThat(promoters()).isEmpty();
    }

    @Test
    void whatOthersApprovedGoesUnderTheNameOfWhoeverAskedForIt() {
        bot.semaphore().addProject("web").promotion("canary", PipelineFixture.STAGING);
        pipeline = bot.passed("web", "Sort invoices");
        promotes(ALICE, "canary");
        bot.answer(ALICE, "Alice hasn't linked a token. Alice needs to use /semaphore link first.");
        TokenLinking.links(bot, ALICE, "alice");
        TokenLinking.links(bot, BOB, "bob");
        promotes(ALICE, "canary");
        bot.answer(ALICE, "is waiting for approval");
        bot.presses(BOB, bot.card("Sort invoices", "[Approve]"), "Approve");
        bot.card("Promoted to canary by Alice with their own token", "Sort invoices");
        assertThat(promoters()).containsExactly("alice");
    }

    @Test
    void thereIsNoWayRoundByAnotherNameOrAnotherVerb() {
        for (var name : new String[] {"Production", "\" production \"", "PRODUCTION"}) {
            bot.nextTo(BOB, DEPLOYS, () -> promotes(BOB, name));
        }
        assertThat(promoters()).isEmpty();
    }
}
