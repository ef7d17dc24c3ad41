package dev.signalman.dialogue;

import static dev.signalman.harness.WorkspaceFixture.ALICE;
import static dev.signalman.harness.WorkspaceFixture.BOB;
import static dev.signalman.harness.WorkspaceFixture.CAROL;
import static dev.signalman.harness.WorkspaceFixture.DEPLOYS;
import static dev.signalman.harness.WorkspaceFixture.RELEASE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalman.domain.Freeze;
import dev.signalman.harness.ConfigurationChanger;
import dev.signalman.harness.Dialogue;
import dev.signalman.harness.JobAtTheGate;
import dev.signalman.harness.PipelineFixture;
import dev.signalman.harness.TokenLinking;
import dev.signalman.ruling.Approvals;
import dev.signalman.ruling.Policies;
import dev.signalman.ruling.Policy;
import dev.signalman.semaphore.TokenChoice;
import dev.signalman.simulator.semaphore.AutoPromotion;
import dev.signalman.simulator.semaphore.PromotionPlan;
import dev.signalman.simulator.slack.SimulatedPerson;
import dev.signalman.simulator.slack.UserGroup;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the gate says, to the job and in the rule's channel. {@link EveryWayToDeployTest} has every way to start a deploy. */
@Execution(ExecutionMode.CONCURRENT)
final class AnsweringAtTheGateTest {
    private static final String OSCAR = "U0OSCAR";
    private static final String ONCALL = "S0ONCALL";

    /** How a deploy starts elsewhere; {@code by} is what the card says of that. */
    private enum Way {
        PROMOTED_ON_THE_WEB("bob started it outside Signalman") {
            @Override
            String start(Dialogue bot) {
                return bot.promotedOnTheWeb("web", bot.passed("web", "Round invoices"), "production");
            }
        },
        AUTO_PROMOTED("Semaphore promoted it automatically (auto_promote)") {
            @Override
            String start(Dialogue bot) {
                bot.semaphore()
                        .addProject("web")
                        .promotion(PromotionPlan.promotion("production", PipelineFixture.PRODUCTION)
                                .automatically(AutoPromotion.WHEN_PASSED));
                bot.passed("web", "Round invoices");
                bot.until(
                        "it is promoted", () -> bot.semaphore().pipelines("web").size() > 1);
                return bot.semaphore().pipelines("web").get(1);
            }
        },
        RUN_ON_THE_WEB("bob started it outside Signalman") {
            @Override
            String start(Dialogue bot) {
                bot.passed("web", "Round invoices");
                return bot.semaphore()
                        .runOnTheWeb("web", "main", PipelineFixture.PRODUCTION, "bob")
                        .pipelineId();
            }
        },
        SCHEDULED("A scheduled task of Semaphore started it") {
            @Override
            String start(Dialogue bot) {
                bot.passed("web", "Round invoices");
                return bot.semaphore()
                        .runBySchedule("web", "main", PipelineFixture.PRODUCTION, "bob")
                        .pipelineId();
            }
        };

        final String by;

        Way(String by) {
            this.by = by;
        }

        abstract String start(Dialogue bot);

        /** Whether a person started it, of whom nobody knows who that is in Slack. */
        boolean unknownPerson() {
            return by.startsWith("bob");
        }
    }

    private static Policy gated() {
        return Policy.of("production", List.of("web"), List.of(), null)
                .starting(List.of(PipelineFixture.PRODUCTION))
                .with(new Approvals(
                        1, List.of(RELEASE), DEPLOYS, Approvals.Notify.MENTION, false, Approvals.USUAL_LIFE, List.of()))
                .broken(ONCALL)
                .atTheGate();
    }

    private static Dialogue under(Policy policy) throws IOException {
        var bot = Dialogue.start(new Policies(List.of(policy)));
        bot.slack().add(SimulatedPerson.member(OSCAR, "Oscar"));
        bot.slack().add(new UserGroup(ONCALL, "oncall", "On call", List.of(OSCAR)));
        return bot;
    }

    private static JobAtTheGate asks(Dialogue bot, String deploy) {
        bot.semaphore().begin(deploy);
        return JobAtTheGate.asks(bot, deploy, "Deploy", "rollout");
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void underApprovalsItWaitsForThem(Way way) throws Exception {
        try (var bot = under(gated());
                var job = asks(bot, way.start(bot))) {
            var card = bot.card("is waiting at the gate of *production*", way.by);
            bot.presses(ALICE, card, "Approve");
            if (way.unknownPerson()) {
                assertThat(card.drawn()).contains("0 of 2 approvals", "It may be one of you");
                bot.becomes(card, "1 of 2 approvals");
                assertThat(job.waits()).isTrue();
                bot.presses(CAROL, card, "Approve");
            }
            assertThat(job.status()).isEqualTo(200);
            bot.becomes(card, "is deploying to *production*");
        }
    }

    @Test
    void underALockItIsClosed() throws Exception {
        try (var bot = under(gated())) {
            bot.says(ALICE, "/semaphore lock production web because we move");
            bot.card("Alice locked");
            try (var job = asks(bot, Way.PROMOTED_ON_THE_WEB.start(bot))) {
                assertThat(job.status()).isEqualTo(403);
                assertThat(job.reads("locked")).contains("we move");
            }
            assertThat(bot.asks(ALICE, "/semaphore audit").drawn()).contains("gate: Not let through. ");
            assertThat(bot.shown(DEPLOYS, "waiting at the gate")).isEmpty();
        }
    }

    @Test
    void inAFreezeItIsClosed() throws Exception {
        try (var bot = under(gated().frozen(Freeze.of("0 0 0 * * *", "PT24H", "UTC", "stocktaking")));
                var job = asks(bot, Way.PROMOTED_ON_THE_WEB.start(bot))) {
            assertThat(job.status()).isEqualTo(403);
            assertThat(job.reads("Frozen: stocktaking")).contains("can't be promoted");
        }
    }

    @Test
    void underARuleWithoutApprovalsItGoesThrough() throws Exception {
        var policy = Policy.of("production", List.of("web"), List.of(), null)
                .starting(List.of(PipelineFixture.PRODUCTION))
                .atTheGate();
        try (var bot = under(policy);
                var job = asks(bot, Way.PROMOTED_ON_THE_WEB.start(bot))) {
            assertThat(job.status()).isEqualTo(200);
            assertThat(job.reads("Go ahead.")).contains("No approval is needed");
        }
    }

    @Test
    void withoutARuleThatHasTheGateItIsClosed() throws Exception {
        try (var bot = under(Policy.of("production", List.of("web"), List.of(), null));
                var job = asks(bot, Way.PROMOTED_ON_THE_WEB.start(bot))) {
            assertThat(job.status()).isEqualTo(403);
            assertThat(job.reads("No rule with")).contains("gate: true", PipelineFixture.PRODUCTION);
        }
    }

    @Test
    void brokenGlassOpensIt() throws Exception {
        try (var bot = under(gated());
                var job = asks(bot, Way.PROMOTED_ON_THE_WEB.start(bot))) {
            var card = bot.card("is waiting at the gate of *production*");
            bot.presses(OSCAR, card, "Break glass");
            assertThat(bot.form(OSCAR).fill("Reason", "the shop is down").submit())
                    .isEmpty();
            assertThat(job.status()).isEqualTo(200);
            bot.becomes(card, "is deploying to *production* (break-glass)", "broke glass: the shop is down");
            assertThat(bot.asks(ALICE, "/semaphore audit").drawn()).contains("Broke glass on #1");
        }
    }

    @Test
    void whatTheBotStartsUnderTheRulesGoesThroughAtOnce() throws Exception {
        var policy = Policy.of("production", List.of("web"), List.of(), null)
                .starting(List.of(PipelineFixture.PRODUCTION))
                .atTheGate();
        try (var bot = under(policy)) {
            bot.passed("web", "Round invoices");
            bot.says(BOB, "/semaphore run web file=" + PipelineFixture.PRODUCTION);
            bot.until("it is started", () -> bot.semaphore().pipelines("web").size() > 1);
            try (var job = asks(bot, bot.semaphore().pipelines("web").get(1))) {
                assertThat(job.status()).isEqualTo(200);
                assertThat(job.reads("Go ahead.")).contains("Started by Signalman under the rules.");
            }
        }
    }

    @Test
    void whoStartedItCanNotApproveItOnceTheirAccountIsLinked() throws Exception {
        try (var bot = Dialogue.configured(usual -> ConfigurationChanger.from(usual)
                .keyed()
                .promotions(new Policies(List.of(
                        gated(),
                        Policy.of("staging", List.of("web"), List.of(), null).as(TokenChoice.PERSON_OR_SERVICE))))
                .configuration())) {
            TokenLinking.links(bot, BOB, "bob");
            var pipeline = bot.passed("web", "Round invoices");
            bot.says(BOB, "/semaphore promote staging " + pipeline); // shows whose account bob is
            bot.card("Promoted to staging by Bob");
            bot.passes(Duration.ofSeconds(20));
            bot.untilAllIsDone();
            var deploy = bot.promotedOnTheWeb("web", pipeline, "production");
            try (var job = asks(bot, deploy)) {
                var card = bot.card("is waiting at the gate of *production*", "0 of 1 approval");
                bot.presses(BOB, card, "Approve");
                bot.answer(BOB, "You may have started the deploy of #1 yourself");
                bot.presses(ALICE, card, "Approve");
                assertThat(job.status()).isEqualTo(200);
            }
        }
    }
}
