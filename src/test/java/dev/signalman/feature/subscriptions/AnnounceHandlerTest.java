package dev.signalman.feature.subscriptions;

import static dev.signalman.simulator.semaphore.JobPlan.job;
import static dev.signalman.simulator.semaphore.PipelinePlan.pipeline;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalman.command.Announce;
import dev.signalman.dispatch.Delivery;
import dev.signalman.dispatch.FollowUp;
import dev.signalman.dispatch.Outcome;
import dev.signalman.dispatch.ReconcileKey;
import dev.signalman.dispatch.ReconcileResult;
import dev.signalman.dispatch.Wake;
import dev.signalman.domain.Place;
import dev.signalman.feature.FeatureFixture;
import dev.signalman.feature.access.AccessRules;
import dev.signalman.simulator.semaphore.http.SemaphoreFault;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Announcing, seen through what comes of it, with a clock that is moved. */
class AnnounceHandlerTest {
    private FeatureFixture fixture;

    @BeforeEach
    void start() throws IOException {
        fixture = new FeatureFixture(AccessRules.NONE);
        fixture.semaphore
                .addProject("web")
                .plan(pipeline(".semaphore/semaphore.yml", "Build")
                        .block("Build", job("compile").runsUntilTold()));
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    private Outcome announce(String pipelineId, int attempt) {
        return fixture.saysToItself("announce " + pipelineId + " attempt=" + attempt);
    }

    /** By the polling job. */
    private Outcome found(String pipelineId) {
        return fixture.saysToItself("announce " + pipelineId + " waited attempt=0");
    }

    private Outcome paused(String why) {
        return ((ReconcileResult.Over) fixture.woken(ReconcileKey.Kind.CHANNEL, "C0BUILDS", why)).outcome();
    }

    private String done() {
        var id = fixture.semaphore.push("web", "main", "x", "alice").pipelineId();
        fixture.semaphore.finish(id);
        return id;
    }

    private static List<String> channels(Outcome outcome) {
        return outcome.deliveries().stream()
                .filter(Delivery.PipelineAt.class::isInstance)
                .map(each -> ((Delivery.PipelineAt) each).channel())
                .toList();
    }

    @Test
    void whatEndedLongAgoIsNoNews() {
        fixture.write(fixture.types("subscribe web"));
        var pipeline = done();
        fixture.clock.advance(Duration.ofDays(6));
        assertThat(channels(found(pipeline))).containsExactly("C0BUILDS");
        fixture.clock.advance(Duration.ofDays(2));
        assertThat(found(pipeline).deliveries()).isEmpty();
    }

    @Test
    void whatCannotBeFoundIsLookedForAMinuteWithGrowingWaitsAndThenDropped() {
        var unknown = UUID.randomUUID().toString();
        var waited = Duration.ZERO;
        int attempt = 0;
        for (var next = announce(unknown, 0).followUps();
                !next.isEmpty();
                next = announce(unknown, attempt).followUps()) {
            assertThat(next.get(0).delay()).isEqualTo(Duration.ofSeconds(1L << attempt));
            waited = waited.plus(next.get(0).delay());
            attempt = ((Announce) next.get(0).command()).attempt();
        }
        assertThat(waited).isEqualTo(Duration.ofSeconds(63));
    }

    @Test
    void anOutageOfSemaphoreIsSatOutForLonger() {
        var pipeline = done();
        fixture.semaphore.fault(SemaphoreFault.everywhere().always().internalError());
        assertThat(announce(pipeline, 20).followUps())
                .extracting(FollowUp::delay)
                .containsExactly(Duration.ofMinutes(1));
        assertThat(announce(pipeline, 1_400).followUps()).isEmpty();
    }

    @Test
    void announcementThatWaitedTooLongIsLeftToThePollingJob() {
        fixture.write(fixture.types("subscribe web"));
        var pipeline = done();
        fixture.clock.advance(Duration.ofMinutes(14));
        assertThat(channels(announce(pipeline, 20))).as("not too long").containsExactly("C0BUILDS");
        fixture.clock.advance(Duration.ofMinutes(2));

        var late = announce(pipeline, 20);

        assertThat(late.deliveries()).isEmpty();
        assertThat(late.followUps())
                .containsExactly(new FollowUp(
                        new Announce(pipeline, null, 20, true), Place.channel("C0BUILDS"), Duration.ofMinutes(2)));
        assertThat(channels(fixture.saysToItself("announce " + pipeline + " waited attempt=20")))
                .containsExactly("C0BUILDS");
    }

    @Test
    void aPausedChannelGoesOnByItselfWhenPostingWorksAgain() {
        fixture.write(fixture.types("subscribe web"));
        fixture.team.channel("C0BUILDS", false, false);
        fixture.write(paused("is_archived"));
        assertThat(paused("is_archived").rows()).isEmpty();
        fixture.clock.advance(Duration.ofMinutes(5));
        assertThat(announce(done(), 0).deliveries()).isEmpty();

        fixture.team.channel("C0BUILDS", true, false);
        var pipeline = done();
        var again = announce(pipeline, 0);
        assertThat(channels(again)).containsExactly("C0BUILDS");
        fixture.write(again);
        fixture.team.channel("C0BUILDS", false, false);
        assertThat(channels(announce(pipeline, 0))).as("it is paused no more").containsExactly("C0BUILDS");
    }

    @Test
    void aPublicChannelThatTheBotLeftIsPausedThoughPostingThereWouldWork() {
        fixture.write(fixture.types("subscribe web"));
        fixture.team.left("C0BUILDS");
        var pipeline = done();
        var outcome = announce(pipeline, 0);
        assertThat(outcome.deliveries()).isEmpty();
        assertThat(outcome.wakes())
                .containsExactly(
                        Wake.now(ReconcileKey.Kind.CHANNEL, "C0BUILDS", Place.channel("C0BUILDS"), "not_in_channel"));
        var paused = paused("not_in_channel");
        assertThat(paused.deliveries()).as("the maker is told").hasSize(1);
        fixture.write(paused);
        fixture.clock.advance(Duration.ofMinutes(5));
        assertThat(announce(pipeline, 0)).isEqualTo(Outcome.nothing());

        fixture.team.channel("C0BUILDS", true, false);
        var back = announce(done(), 0);
        assertThat(channels(back)).containsExactly("C0BUILDS");
        fixture.write(back);
        fixture.team.left("C0BUILDS");
        assertThat(announce(done(), 0).wakes()).as("it is left again").hasSize(1);
    }

    @Test
    void whoSubscribesAPublicChannelWithoutTheBotIsSentNewsAllTheSame() {
        fixture.team.left("C0BUILDS");
        fixture.write(fixture.types("subscribe web"));
        assertThat(channels(announce(done(), 0))).containsExactly("C0BUILDS");

        fixture.team.channel("C0BUILDS", true, false);
        fixture.write(announce(done(), 0));
        fixture.team.left("C0BUILDS");
        assertThat(announce(done(), 0).wakes()).as("it was there since").hasSize(1);
        fixture.write(paused("not_in_channel"));
        fixture.write(fixture.types("subscribe web"));
        assertThat(channels(announce(done(), 0)))
                .as("subscribed again without the bot")
                .containsExactly("C0BUILDS");
    }

    @Test
    void whileSlackIsSilentAboutAChannelAllStaysAsItIs() {
        fixture.write(fixture.types("U0ALICE", "subscribe web", Place.channel("C0ELSE")));
        fixture.team.silent("C0ELSE");
        assertThat(channels(announce(done(), 0))).containsExactly("C0ELSE");
    }

    @Test
    void rightAfterAPauseSlacksOldWordIsNotTrusted() {
        fixture.write(fixture.types("subscribe web"));
        fixture.write(paused("is_archived"));
        fixture.clock.advance(Duration.ofSeconds(30));
        assertThat(announce(done(), 0).deliveries()).isEmpty();
    }

    @Test
    void makersAreToldOnceADayOfAChannelThatOpensAndCloses() {
        fixture.write(fixture.types("subscribe web"));
        var first = paused("is_archived");
        assertThat(first.deliveries()).hasSize(1);
        fixture.write(first);
        fixture.clock.advance(Duration.ofHours(2));
        fixture.write(announce(done(), 0));
        var second = paused("is_archived");
        assertThat(second.deliveries()).isEmpty();
        fixture.write(second);
        fixture.clock.advance(Duration.ofHours(23));
        fixture.write(announce(done(), 0));
        assertThat(paused("is_archived").deliveries()).hasSize(1);
    }
}
