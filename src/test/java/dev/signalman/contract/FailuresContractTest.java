package dev.signalman.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalman.domain.GitRef;
import dev.signalman.semaphore.Credential;
import dev.signalman.semaphore.SemaphoreException.Kind;
import dev.signalman.simulator.semaphore.http.CallRecord;
import dev.signalman.simulator.semaphore.http.SemaphoreFault;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FailuresContractTest extends SemaphoreContract {
    @BeforeEach
    void promotion() {
        web.promotion("staging", ".semaphore/staging.yml");
    }

    @Test
    void aBadTokenIsToldApartFromAMissingRight() {
        var id = passed().pipelineId();

        var failure = failure(
                () -> semaphore.as(new Credential("not-a-token")).pipelines().describe(id));

        assertThat(failure.kind()).isEqualTo(Kind.BAD_TOKEN);
    }

    @Test
    void aTokenThatWasResetOrWhoseOwnerLeftIsABadOneAndTheNewOneIsGood() {
        var id = passed().pipelineId();
        var before = as("bob");
        var reset = simulated.user("bob").resetsToken();

        assertThat(failure(() -> before.pipelines().describe(id)).kind()).isEqualTo(Kind.BAD_TOKEN);
        assertThat(semaphore.as(new Credential(reset)).pipelines().describe(id).id())
                .isEqualTo(id);
        assertThat(simulated.user("bob").resetsToken()).isNotEqualTo(reset);
        simulated.user("bob").leaves();
        assertThat(failure(() -> as("bob").pipelines().describe(id)).kind()).isEqualTo(Kind.BAD_TOKEN);
    }

    @Test
    void aPromotionThatTheGatewayGaveUpOnMayHaveHappenedAndTheTokenMakesAskingAgainSafe() {
        var id = passed().pipelineId();
        simulated.fault(SemaphoreFault.on("POST", "/promotions").actsThenTimesOut());

        var failure = failure(() -> semaphore.promotions().trigger(id, "staging", false, Map.of(), "one"));

        assertThat(failure.kind()).isEqualTo(Kind.BROKEN);
        assertThat(failure.mayHaveActed()).isTrue();
        semaphore.promotions().trigger(id, "staging", false, Map.of(), "one");
        assertThat(simulated.promotions("web")).containsExactly("staging");
    }

    @Test
    void anActIsSentOnceWhateverHappens() {
        var id = passed();
        simulated.fault(SemaphoreFault.everywhere().internalError());
        simulated.forgetCalls();

        assertThat(failure(() -> semaphore
                                .workflows()
                                .run(web.id(), GitRef.branch("main"), null, ".semaphore/semaphore.yml", Map.of()))
                        .mayHaveActed())
                .isTrue();
        assertThat(failure(() -> semaphore.workflows().rerun(id.workflowId(), "t"))
                        .mayHaveActed())
                .isTrue();
        assertThat(failure(() -> semaphore.workflows().stop(id.workflowId())).mayHaveActed())
                .isTrue();
        assertThat(failure(() -> semaphore.pipelines().stop(id.pipelineId())).mayHaveActed())
                .isTrue();
        assertThat(failure(() -> semaphore.pipelines().rebuild(id.pipelineId(), "t"))
                        .mayHaveActed())
                .isTrue();
        assertThat(simulated.calls())
                .extracting(CallRecord::method)
                .containsExactly("POST", "POST", "POST", "PATCH", "POST");
    }

    @Test
    void aCutConnectionAfterActingMayHaveActed() {
        var id = passed().pipelineId();
        simulated.fault(SemaphoreFault.on("POST", "/promotions").actsThenCuts());

        var failure = failure(() -> semaphore.promotions().trigger(id, "staging", false, Map.of(), "one"));

        assertThat(failure.kind()).isEqualTo(Kind.UNREACHABLE);
        assertThat(failure.mayHaveActed()).isTrue();
        assertThat(simulated.promotions("web")).containsExactly("staging");
    }

    @Test
    void aSlowPromotionTimesOutByItsOwnShorterTime() {
        var id = passed().pipelineId();
        var gate = new CountDownLatch(1);
        simulated.fault(SemaphoreFault.on("POST", "/promotions").waitsFor(gate));

        var failure = failure(() -> semaphore.promotions().trigger(id, "staging", false, Map.of(), "one"));
        gate.countDown();

        assertThat(failure.kind()).isEqualTo(Kind.UNREACHABLE);
        assertThat(failure.words()).isEqualTo("Semaphore did not answer in time");
        assertThat(failure.mayHaveActed()).isTrue();
    }

    @Test
    void aReadSucceedsOnItsThirdTry() {
        var id = passed().pipelineId();
        simulated.fault(SemaphoreFault.on("GET", "/pipelines/*").times(2).internalError());

        assertThat(semaphore.pipelines().describe(id).passed()).isTrue();
    }

    @Test
    void aLimitedReadIsRepeatedAfterAWhileAndALimitedActIsNot() {
        var id = passed().pipelineId();
        simulated.fault(SemaphoreFault.on("*", "/pipelines/*").times(1).tooMany(Duration.ofSeconds(1)));
        assertThat(semaphore.pipelines().describe(id).passed()).isTrue();

        simulated.fault(SemaphoreFault.on("*", "/pipelines/*").times(1).tooMany(Duration.ofSeconds(1)));
        var failure = failure(() -> semaphore.pipelines().stop(id));
        assertThat(failure.kind()).isEqualTo(Kind.LIMITED);
        assertThat(failure.mayHaveActed()).isFalse();
    }

    @Test
    void anotherPageThanTheApiIsUnreadable() {
        var id = passed().pipelineId();
        simulated.fault(SemaphoreFault.everywhere().html(200));

        assertThat(failure(() -> semaphore.pipelines().describe(id)).kind()).isEqualTo(Kind.UNREADABLE);
        assertThat(failure(() -> semaphore.pipelines().stop(id)).kind()).isEqualTo(Kind.UNREADABLE);
    }

    @Test
    void theEdgesOwnRefusalsAreToldApart() {
        var id = passed().pipelineId();

        simulated.fault(SemaphoreFault.on("*", "*").addressNotAllowed());
        assertThat(failure(() -> semaphore.pipelines().describe(id)).kind()).isEqualTo(Kind.ADDRESS_NOT_ALLOWED);
        simulated.fault(SemaphoreFault.on("*", "*").forbiddenAtTheEdge());
        assertThat(semaphore.pipelines().describe(id).passed()).as("read again").isTrue();
        simulated.fault(SemaphoreFault.on("*", "*").forbiddenAtTheEdge());
        var unasked = failure(() -> semaphore.pipelines().stop(id));
        assertThat(unasked.kind()).isEqualTo(Kind.BROKEN);
        assertThat(unasked.mayHaveActed()).isFalse();
        simulated.fault(SemaphoreFault.everywhere().unavailable());
        var down = failure(() -> semaphore.pipelines().stop(id));
        assertThat(down.kind()).isEqualTo(Kind.BROKEN);
        assertThat(down.mayHaveActed()).isFalse();
    }

    @Test
    void aSemaphoreThatIsDownIsNotReachedAndHasNotActed() {
        var id = passed().pipelineId();
        simulated.disconnect();

        var failure = failure(() -> semaphore.promotions().trigger(id, "staging", false, Map.of(), "one"));

        assertThat(failure.kind()).isEqualTo(Kind.UNREACHABLE);
        assertThat(failure.mayHaveActed()).isFalse();
    }
}
