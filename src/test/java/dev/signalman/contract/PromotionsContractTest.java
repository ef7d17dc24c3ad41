package dev.signalman.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalman.domain.EnvVar;
import dev.signalman.domain.Promotion;
import dev.signalman.domain.Trigger;
import dev.signalman.semaphore.SemaphoreException.Kind;
import dev.signalman.simulator.semaphore.AutoPromotion;
import dev.signalman.simulator.semaphore.PromotionParameter;
import dev.signalman.simulator.semaphore.PromotionPlan;
import dev.signalman.simulator.semaphore.Role;
import dev.signalman.simulator.semaphore.SimulatedDeploymentTarget.Condition;
import dev.signalman.simulator.semaphore.SimulatedDeploymentTarget.ObjectRule;
import dev.signalman.simulator.semaphore.SimulatedDeploymentTarget.SubjectRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PromotionsContractTest extends SemaphoreContract {
    private static final String DEPLOY = ".semaphore/deploy.yml";

    @BeforeEach
    void promotions() {
        web.promotion("staging", ".semaphore/staging.yml")
                .promotion(
                        "production",
                        DEPLOY,
                        PromotionParameter.parameter("VERSION").options("v1", "v2"));
    }

    private void promote(String pipelineId, String name, String token) {
        semaphore.promotions().trigger(pipelineId, name, false, Map.of(), token);
    }

    @Test
    void aPromotionIsProcessedAndThenHasItsPipeline() {
        var id = passed().pipelineId();

        semaphore.promotions().trigger(id, "production", false, Map.of("VERSION", "v2"), "one");

        assertThat(semaphore.promotions().list(id, null, null).items())
                .as("listed after the answer")
                .isEmpty();
        after(1);
        var processing = semaphore.promotions().list(id, null, null).items().get(0);
        assertThat(processing.status()).isEqualTo(Promotion.Status.PROCESSING);
        assertThat(processing.pipelineId()).isNull();
        assertThat(processing.triggeredBy()).isEqualTo(simulated.user("alice").id());
        assertThat(processing.triggered()).isEqualTo(START);
        after(5);
        var scheduled =
                semaphore.promotions().list(id, "production", null).items().get(0);
        assertThat(scheduled.status()).isEqualTo(Promotion.Status.PASSED);
        var promoted = semaphore.pipelines().describe(String.valueOf(scheduled.pipelineId()));
        assertThat(promoted.promotionOf()).isEqualTo(id);
        assertThat(promoted.file()).isEqualTo(DEPLOY);
        assertThat(promoted.environment()).containsExactly(new EnvVar("VERSION", "v2"));
        assertThat(promoted.trigger().kind()).isEqualTo(Trigger.Kind.PROMOTION);
        assertThat(promoted.trigger().userId())
                .isEqualTo(simulated.user("alice").id());
    }

    @Test
    void theSameTokenDoesNotPromoteAgain() {
        var id = passed().pipelineId();

        promote(id, "staging", "one");
        promote(id, "staging", "one");
        promote(id, "staging", "two");

        assertThat(simulated.promotions("web")).containsExactly("staging", "staging");
    }

    @Test
    void schedulingMayFailWithoutAReason() {
        simulated.settings().promotionsFail(true);
        var id = passed().pipelineId();

        promote(id, "staging", "one");
        after(60);

        var event = semaphore.promotions().list(id, null, null).items().get(0);
        assertThat(event.status()).isEqualTo(Promotion.Status.FAILED);
        assertThat(event.pipelineId()).isNull();
    }

    @Test
    void whatHasNotPassedIsPromotedOnlyByOverride() {
        var running = push("One").pipelineId();

        var failure = failure(() -> promote(running, "staging", "one"));
        assertThat(failure.kind()).isEqualTo(Kind.REFUSED);
        assertThat(failure.words())
                .isEqualTo("Triggering target when pipeline is not passed requires override confirmation.");

        semaphore.promotions().trigger(running, "staging", true, Map.of(), "two");
        after(1);
        assertThat(semaphore.promotions().list(running, null, null).items())
                .extracting(Promotion::override)
                .containsExactly(true);
    }

    @Test
    void anUnknownNameIsRefusedAndListsNothing() {
        var id = passed().pipelineId();

        var failure = failure(() -> promote(id, "Staging", "one"));

        assertThat(failure.kind()).isEqualTo(Kind.REFUSED);
        assertThat(failure.words()).startsWith("Target for switch: ").endsWith("with name: Staging not found");
        assertThat(semaphore.promotions().list(id, "Staging", null).items()).isEmpty();
    }

    @Test
    void badParametersAreABreakageThatMayHaveActed() {
        var id = passed().pipelineId();

        var failure =
                failure(() -> semaphore.promotions().trigger(id, "production", false, Map.of("VERSION", "v3"), "one"));

        assertThat(failure.kind()).isEqualTo(Kind.BROKEN);
        assertThat(failure.words()).isEqualTo("Internal error");
        assertThat(failure.mayHaveActed()).isTrue();
        assertThat(simulated.promotions("web")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"switch_id", "name", "user_id", "override", "request_token", "pipeline_id", ""})
    void aParameterThatSemaphoreWouldTakeForItsOwnIsRefusedWithoutAsking(String parameter) {
        var id = passed().pipelineId();
        simulated.forgetCalls();

        var failure =
                failure(() -> semaphore.promotions().trigger(id, "staging", false, Map.of(parameter, "x"), "one"));

        assertThat(failure.kind()).isEqualTo(Kind.REFUSED);
        assertThat(failure.mayHaveActed()).isFalse();
        assertThat(simulated.calls()).isEmpty();
    }

    @Test
    void aPipelineWithoutPromotionsIsABreakageEvenToAskAbout() {
        simulated.addProject("api");
        var id = simulated.push("api", "main", "One", "alice").pipelineId();

        assertThat(semaphore.pipelines().describe(id).switchId()).isEmpty();
        assertThat(failure(() -> semaphore.promotions().list(id, null, null)).kind())
                .isEqualTo(Kind.BROKEN);
        assertThat(failure(() -> promote(id, "staging", "one")).kind()).isEqualTo(Kind.BROKEN);
    }

    @Test
    void promotionsAreListedThroughPagesOfTheLargestSize() {
        var id = passed().pipelineId();
        for (int i = 0; i < 205; i++) {
            promote(id, "staging", "token " + i);
            after(1);
        }
        List<Promotion> seen = new ArrayList<>();
        @Nullable String next = null;
        int pages = 0;
        do {
            var page = semaphore.promotions().list(id, "staging", next);
            seen.addAll(page.items());
            next = page.next();
            pages++;
        } while (next != null);

        assertThat(pages).isEqualTo(3);
        assertThat(seen).hasSize(205);
        assertThat(seen.get(0).triggered()).isAfter(seen.get(204).triggered());
        assertThat(semaphore.promotions().list(id, null, "7").items()).isEmpty();
    }

    @Test
    void anAutomaticPromotionWasTriggeredByNobody() {
        web.promotion(
                PromotionPlan.promotion("staging", ".semaphore/staging.yml").automatically(AutoPromotion.WHEN_PASSED));
        var id = push("One").pipelineId();
        after(600);

        var event = semaphore.promotions().list(id, null, null).items().get(0);

        assertThat(event.automatic()).isTrue();
        var trigger = semaphore
                .pipelines()
                .describe(String.valueOf(event.pipelineId()))
                .trigger();
        assertThat(trigger.kind()).isEqualTo(Trigger.Kind.AUTO_PROMOTION);
        assertThat(trigger.userId()).isNull();
    }

    @Test
    void aDeploymentTargetRefusesInItsOwnWords() {
        var target = simulated.addDeploymentTarget("web", "prod");
        web.promotion(PromotionPlan.promotion("guarded", DEPLOY).guardedBy("prod"));
        var id = passed().pipelineId();

        target.is(Condition.SYNCING);
        assertThat(refusal(id)).contains("deployment target is syncing");
        target.is(Condition.UNUSABLE);
        assertThat(refusal(id)).contains("deployment target is corrupted");
        target.is(Condition.USABLE).cordon(true);
        assertThat(refusal(id)).contains("deployment target is cordoned");
        target.cordon(false)
                .allows(new SubjectRule("USER", simulated.user("bob").id()));
        assertThat(refusal(id)).contains("subject not allowed");
        target.allows(new ObjectRule("TAG", "ALL", ""));
        assertThat(refusal(id)).contains("object not allowed");
        target.removed();
        assertThat(refusal(id)).contains("deployment target not found");
    }

    @Test
    void whoMayOnlyReadHearsThatThereIsNothing() {
        simulated.user("rita").is(Role.READER, "web");
        var id = passed().pipelineId();

        assertThat(failure(() -> as("rita").promotions().trigger(id, "staging", false, Map.of(), "t"))
                        .kind())
                .isEqualTo(Kind.NOT_FOUND);
        assertThat(as("rita").promotions().list(id, null, null).items()).isEmpty();
        assertThat(failure(() -> promote(NOBODY, "staging", "t")).kind()).isEqualTo(Kind.NOT_FOUND);
        assertThat(failure(() -> semaphore.promotions().list(NOBODY, null, null))
                        .kind())
                .isEqualTo(Kind.NOT_FOUND);
    }

    private String refusal(String pipelineId) {
        var failure = failure(() -> promote(pipelineId, "guarded", "t"));
        assertThat(failure.kind()).isEqualTo(Kind.REFUSED);
        assertThat(failure.mayHaveActed()).isFalse();
        return failure.words();
    }
}
