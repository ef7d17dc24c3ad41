package dev.signalman.feature.subscriptions;

import static dev.signalman.simulator.semaphore.JobPlan.job;
import static dev.signalman.simulator.semaphore.PipelinePlan.pipeline;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalman.command.Announce;
import dev.signalman.command.Pause;
import dev.signalman.dispatch.Delivery;
import dev.signalman.dispatch.FollowUp;
import dev.signalman.dispatch.Outcome;
import dev.signalman.domain.Place;
import dev.signalman.feature.Bench;
import dev.signalman.feature.access.AccessRules;
import dev.signalman.simulator.semaphore.http.Fault;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Announcing, seen through what comes of it, with a clock that is moved. */
class AnnounceTest {
    private Bench bench;

    @BeforeEach
    void start() throws IOException {
        bench = new Bench(AccessRules.NONE);
        bench.semaphore
                .addProject("web")
                .plan(pipeline(".semaphore/semaphore.yml", "Build")
                        .block("Build", job("compile").runsUntilTold()));
    }

    @AfterEach
    void stop() {
        bench.close();
    }

    private Outcome announce(String pipelineId, int attempt) {
        return bench.saysToItself("announce " + pipelineId + " attempt=" + attempt);
    }

    /** By the lookout. */
    private Outcome found(String pipelineId) {
        return bench.saysToItself("announce " + pipelineId + " waited attempt=0");
    }

    private String done() {
        var id = bench.semaphore.push("web", "main", "x", "alice").pipelineId();
        bench.semaphore.finish(id);
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
        bench.write(bench.types("subscribe web"));
        var pipeline = done();
        bench.clock.advance(Duration.ofDays(6));
        assertThat(channels(found(pipeline))).containsExactly("C0BUILDS");
        bench.clock.advance(Duration.ofDays(2));
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
        bench.semaphore.fault(Fault.everywhere().always().internalError());
        assertThat(announce(pipeline, 20).followUps())
                .extracting(FollowUp::delay)
                .containsExactly(Duration.ofSeconds(64));
        assertThat(announce(pipeline, 1_400).followUps()).isEmpty();
    }

    @Test
    void whatWaitedForSemaphoreTooLongLetsTheLookoutGoFirst() {
        bench.write(bench.types("subscribe web"));
        var pipeline = done();
        bench.clock.advance(Duration.ofMinutes(14));
        assertThat(channels(announce(pipeline, 20))).as("not too long").containsExactly("C0BUILDS");
        bench.clock.advance(Duration.ofMinutes(2));

        var late = announce(pipeline, 20);

        assertThat(late.deliveries()).isEmpty();
        assertThat(late.followUps())
                .containsExactly(new FollowUp(
                        new Announce(pipeline, null, 20, true), Place.channel("C0BUILDS"), Duration.ofMinutes(2)));
        assertThat(channels(bench.saysToItself("announce " + pipeline + " waited attempt=20")))
                .containsExactly("C0BUILDS");
    }

    @Test
    void aPausedChannelGoesOnByItselfWhenPostingWorksAgain() {
        bench.write(bench.types("subscribe web"));
        bench.team.channel("C0BUILDS", false, false);
        bench.write(bench.saysToItself("pause C0BUILDS why=is_archived"));
        assertThat(bench.saysToItself("pause C0BUILDS why=is_archived").rows()).isEmpty();
        bench.clock.advance(Duration.ofMinutes(5));
        assertThat(announce(done(), 0).deliveries()).isEmpty();

        bench.team.channel("C0BUILDS", true, false);
        var pipeline = done();
        var again = announce(pipeline, 0);
        assertThat(channels(again)).containsExactly("C0BUILDS");
        bench.write(again);
        bench.team.channel("C0BUILDS", false, false);
        assertThat(channels(announce(pipeline, 0))).as("it is paused no more").containsExactly("C0BUILDS");
    }

    @Test
    void aPublicChannelThatTheBotLeftIsPausedThoughPostingThereWouldWork() {
        bench.write(bench.types("subscribe web"));
        bench.team.left("C0BUILDS");
        var pipeline = done();
        var outcome = announce(pipeline, 0);
        assertThat(outcome.deliveries()).isEmpty();
        assertThat(outcome.followUps())
                .extracting(FollowUp::command)
                .containsExactly(new Pause("C0BUILDS", "not_in_channel"));
        var paused = bench.saysToItself("pause C0BUILDS why=not_in_channel");
        assertThat(paused.deliveries()).as("the maker is told").hasSize(1);
        bench.write(paused);
        bench.clock.advance(Duration.ofMinutes(5));
        assertThat(announce(pipeline, 0)).isEqualTo(Outcome.nothing());

        bench.team.channel("C0BUILDS", true, false);
        var back = announce(done(), 0);
        assertThat(channels(back)).containsExactly("C0BUILDS");
        bench.write(back);
        bench.team.left("C0BUILDS");
        assertThat(announce(done(), 0).followUps()).as("it is left again").hasSize(1);
    }

    @Test
    void whoSubscribesAPublicChannelWithoutTheBotIsSentNewsAllTheSame() {
        bench.team.left("C0BUILDS");
        bench.write(bench.types("subscribe web"));
        assertThat(channels(announce(done(), 0))).containsExactly("C0BUILDS");

        bench.team.channel("C0BUILDS", true, false);
        bench.write(announce(done(), 0));
        bench.team.left("C0BUILDS");
        assertThat(announce(done(), 0).followUps()).as("it was there since").hasSize(1);
        bench.write(bench.saysToItself("pause C0BUILDS why=not_in_channel"));
        bench.write(bench.types("subscribe web"));
        assertThat(channels(announce(done(), 0)))
                .as("subscribed again without the bot")
                .containsExactly("C0BUILDS");
    }

    @Test
    void whileSlackIsSilentAboutAChannelAllStaysAsItIs() {
        bench.write(bench.types("U0ALICE", "subscribe web", Place.channel("C0ELSE")));
        bench.team.silent("C0ELSE");
        assertThat(channels(announce(done(), 0))).containsExactly("C0ELSE");
    }

    @Test
    void rightAfterAPauseSlacksOldWordIsNotTrusted() {
        bench.write(bench.types("subscribe web"));
        bench.write(bench.saysToItself("pause C0BUILDS why=is_archived"));
        bench.clock.advance(Duration.ofSeconds(30));
        assertThat(announce(done(), 0).deliveries()).isEmpty();
    }

    @Test
    void makersAreToldOnceADayOfAChannelThatOpensAndCloses() {
        bench.write(bench.types("subscribe web"));
        var first = bench.saysToItself("pause C0BUILDS why=is_archived");
        assertThat(first.deliveries()).hasSize(1);
        bench.write(first);
        bench.clock.advance(Duration.ofHours(2));
        bench.write(announce(done(), 0));
        var second = bench.saysToItself("pause C0BUILDS why=is_archived");
        assertThat(second.deliveries()).isEmpty();
        bench.write(second);
        bench.clock.advance(Duration.ofHours(23));
        bench.write(announce(done(), 0));
        assertThat(bench.saysToItself("pause C0BUILDS why=is_archived").deliveries())
                .hasSize(1);
    }
}
