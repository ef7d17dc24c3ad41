package dev.signalman.dialogue;

import static dev.signalman.harness.WorkspaceFixture.ALICE;
import static dev.signalman.harness.WorkspaceFixture.BOB;
import static dev.signalman.harness.WorkspaceFixture.DEPLOYS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalman.harness.Dialogue;
import dev.signalman.ruling.Approvals;
import dev.signalman.ruling.Policies;
import dev.signalman.ruling.Policy;
import dev.signalman.simulator.slack.Conversation;
import dev.signalman.simulator.slack.SimulatedPerson;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A rule that names many people one by one. */
final class ApprovingByACrowdTest {
    private static final List<String> CROWD =
            IntStream.range(0, 60).mapToObj(n -> String.format("U0P%02d", n)).toList();

    private Dialogue bot;

    @BeforeEach
    void start() throws Exception {
        bot = Dialogue.start(new Policies(List.of(Policy.of("production", List.of("web"), List.of(), null)
                .with(Approvals.of(2, CROWD.toArray(String[]::new))))));
        CROWD.forEach(id -> bot.slack().add(SimulatedPerson.member(id, "Person " + id)));
        bot.slack()
                .add(Conversation.open(
                        DEPLOYS,
                        "deploys",
                        Stream.concat(Stream.of(ALICE, BOB), CROWD.stream()).toArray(String[]::new)));
        bot.slack().invite(DEPLOYS);
        bot.passed("web", "Round invoices");
    }

    @AfterEach
    void end() {
        bot.close();
    }

    @Test
    void asManyAreNamedAsFitAndAnyTwoMayApprove() {
        bot.says(ALICE, "/semaphore promote production web");
        var card = bot.card("0 of 2 approvals", "needs 2 from @U0P00, ", " and 54 more  ·  expires ", "[Approve]");
        assertThat(card.text().length()).isLessThanOrEqualTo(3_000);
        bot.presses("U0P00", card, "Approve");
        bot.becomes(
                card, "1 of 2 approvals", "✅ Person U0P00", "needs 1 more from @U0P01, ", " and 53 more  ·  expires ");
        bot.presses(BOB, card, "Approve");
        bot.answer(BOB, "can vote on #1.");
        bot.presses("U0P59", card, "Approve");
        bot.becomes(card, "is deploying to *production*", "approved by");
        assertThat(bot.semaphore().promotions("web")).containsExactly("production");
    }
}
