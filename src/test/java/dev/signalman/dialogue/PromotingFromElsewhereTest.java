package dev.signalman.dialogue;

import static dev.signalman.harness.WorkspaceFixture.ALICE;
import static dev.signalman.harness.WorkspaceFixture.BUILDS;
import static dev.signalman.simulator.semaphore.JobPlan.job;
import static dev.signalman.simulator.semaphore.PipelinePlan.pipeline;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalman.harness.Dialogue;
import dev.signalman.harness.PipelineFixture;
import dev.signalman.ruling.Policies;
import dev.signalman.ruling.Policy;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A promotion starts only from the files and branches of its rule, however it is requested. */
final class PromotingFromElsewhereTest {
    private static final String NIGHTLY = ".semaphore/nightly.yml";

    private Dialogue bot;

    @BeforeEach
    void start() throws Exception {
        var staging = Policy.of("staging", List.of("web"), List.of(PipelineFixture.MAIN), null)
                .starting(List.of(PipelineFixture.STAGING))
                .on("main", "release/*");
        bot = Dialogue.start(new Policies(List.of(
                staging, Policy.of("nightly", List.of("web"), List.of(), null).starting(List.of(NIGHTLY)))));
        bot.semaphore()
                .addProject("web")
                .plan(pipeline(NIGHTLY, "Nightly")
                        .block("Test", job("all").takes(Duration.ofMillis(10)))
                        .promotion("staging", PipelineFixture.STAGING));
    }

    @AfterEach
    void end() {
        bot.close();
    }

    private String passed(String branch) {
        var pipeline =
                bot.semaphore().push("web", branch, "Round invoices", "bob").pipelineId();
        bot.semaphore().finish(pipeline);
        return pipeline;
    }

    @Test
    void aBranchThatTheRuleDoesNotNameIsRefusedAndWhySaysSo() {
        var evil = passed("evil");
        assertThat(bot.asks(ALICE, "/semaphore promote staging pipeline " + evil)
                        .drawn())
                .contains(
                        "staging only starts on main, release/*, but this is evil (promotions[0].branches)",
                        "Nothing was changed");
        assertThat(bot.asks(ALICE, "/semaphore why staging pipeline " + evil).drawn())
                .contains("would be refused now", "❌ staging only starts on main, release/*");
        assertThat(bot.semaphore().promotions("web")).isEmpty();
        var right = passed("release/7");
        assertThat(bot.asks(ALICE, "/semaphore why staging pipeline " + right).drawn())
                .contains("Allowed from .semaphore/semaphore.yml on release/7");
        bot.says(ALICE, "/semaphore promote staging pipeline " + right);
        bot.card("Promoted to staging by Alice");
    }

    @Test
    void aFileThatTheRuleDoesNotNameIsRefused() {
        bot.says(ALICE, "/semaphore run web@main file=" + NIGHTLY);
        bot.card("Run by Alice");
        var all = bot.semaphore().pipelines("web");
        var nightly = all.get(all.size() - 1);
        bot.semaphore().finish(nightly);
        assertThat(bot.asks(ALICE, "/semaphore promote staging pipeline " + nightly)
                        .drawn())
                .contains(
                        "staging only starts from .semaphore/semaphore.yml, but this pipeline ran "
                                + ".semaphore/nightly.yml (promotions[0].from)",
                        "Nothing was changed");
        assertThat(bot.semaphore().promotions("web")).isEmpty();
    }

    @Test
    void otherWaysToDeployAreHeldToTheSameRule() {
        assertThat(bot.asks(ALICE, "/semaphore run web@main file=" + PipelineFixture.STAGING)
                        .drawn())
                .contains("That would deploy to staging", "only starts when a pipeline of .semaphore/semaphore.yml");
        var evil = passed("evil");
        var deploy = bot.promotedOnTheWeb("web", evil, "staging");
        bot.semaphore().failJob(deploy, "Deploy", "rollout", 1, "boom\n");
        bot.semaphore().forgetCalls();
        assertThat(bot.asks(ALICE, "/semaphore rebuild " + deploy).drawn())
                .contains("That would deploy to staging", "only starts on main, release/*, but this is evil");
        assertThat(bot.changesAsked()).isEmpty();
    }

    @Test
    void onTheWebItIsSeenAndTold() {
        bot.subscribes(ALICE, BUILDS, "web");
        bot.passes(Duration.ofSeconds(6));
        bot.promotedOnTheWeb("web", passed("evil"), "staging");
        bot.cardIn(
                BUILDS,
                "*web* was promoted to *staging* outside Signalman",
                "Not met: staging only starts on main, release/*");
    }
}
