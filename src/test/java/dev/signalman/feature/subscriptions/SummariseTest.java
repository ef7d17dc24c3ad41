package dev.signalman.feature.subscriptions;

import static dev.signalman.simulator.semaphore.JobPlan.job;
import static dev.signalman.simulator.semaphore.PipelinePlan.pipeline;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalman.card.Listing;
import dev.signalman.command.Announce;
import dev.signalman.command.Condense;
import dev.signalman.command.ListPipelines;
import dev.signalman.dispatch.Delivery;
import dev.signalman.dispatch.FollowUp;
import dev.signalman.dispatch.Outcome;
import dev.signalman.domain.Place;
import dev.signalman.feature.Bench;
import dev.signalman.feature.access.AccessRules;
import dev.signalman.simulator.semaphore.http.Fault;
import dev.signalman.web.Reply;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One message a channel of what an outage hid. */
final class SummariseTest {
    private Bench bench;
    private String web;
    private Instant since;

    @BeforeEach
    void start() throws IOException {
        bench = new Bench(AccessRules.NONE);
        web = bench.semaphore
                .addProject("web")
                .plan(pipeline(".semaphore/semaphore.yml", "Build")
                        .block("Build", job("compile").runsUntilTold()))
                .id();
        since = bench.clock.instant();
    }

    @AfterEach
    void end() {
        bench.close();
    }

    @Test
    void aChannelHearsWhatItWantsOnceWithTheFailedOnesFirst() {
        bench.write(bench.types("subscribe web@main"));
        failed();
        for (int n = 0; n < 24; n++) {
            passed("main");
        }
        passed("other");

        var outcome = summarise(0);

        assertThat(outcome.deliveries()).singleElement().isInstanceOfSatisfying(Delivery.ToPlace.class, each -> {
            assertThat(each.place().channel()).isEqualTo("C0BUILDS");
            var listing = (Listing) each.card();
            assertThat(listing.sentence())
                    .isEqualTo("While I could not look, 25 pipelines of web ended: 24 passed, 1 failed.");
            assertThat(listing.rows()).hasSize(10);
            assertThat(listing.rows().get(0).toString()).contains("FAILED");
            assertThat(listing.small()).isEqualTo("and 15 more");
            assertThat(listing.actions().buttons())
                    .extracting(button -> button.label())
                    .containsExactly("All of them", "Status now");
            assertThat(listing.actions().buttons().get(0).command())
                    .as("by their ends, as they were counted")
                    .isInstanceOfSatisfying(
                            ListPipelines.class, all -> assertThat(all.byEnd()).isTrue());
        });
    }

    @Test
    void whatSeveralProjectsHidIsOneMessageAChannelThatNamesThem() {
        var api = bench.semaphore
                .addProject("api")
                .plan(pipeline(".semaphore/semaphore.yml", "Build")
                        .block("Build", job("compile").runsUntilTold()))
                .id();
        bench.write(bench.types("subscribe web"));
        bench.write(bench.types("subscribe api"));
        bench.write(bench.types("U0ALICE", "subscribe api", Place.channel("C0API")));
        passed("main");
        bench.semaphore.finish(bench.semaphore.push("api", "main", "x", "bob").pipelineId());
        var now = bench.clock.instant();

        var said = bench.saysToItself("summarise " + web + " " + api + " since=\"" + since + "," + since + "\" until=\""
                        + now + "," + now + "\" attempt=0")
                .deliveries();

        assertThat(said).hasSize(2);
        for (var each : said) {
            var listing = (Listing) each.card();
            var labels = listing.actions().buttons().stream().map(button -> button.label());
            if (((Delivery.ToPlace) each).place().channel().equals("C0API")) {
                assertThat(listing.sentence()).contains("1 pipeline of api ended");
                assertThat(labels).containsExactly("All of them", "Status now");
            } else {
                assertThat(listing.sentence()).contains("2 pipelines of web, api ended: 2 passed.");
                assertThat(labels).containsExactly("All of web", "All of api");
                assertThat(listing.rows().toString()).contains("web: ", "api: ");
            }
        }
    }

    @Test
    void whatWasAnnouncedIsNotSummedUpAndWhatWasSummedUpIsNotAnnounced() {
        bench.write(bench.types("subscribe web"));
        var early = passed("main");
        bench.write(bench.saysToItself("announce " + early + " attempt=0"));
        var late = passed("main");

        var outcome = summarise(0);

        assertThat(outcome.deliveries())
                .singleElement()
                .satisfies(
                        each -> assertThat(((Listing) each.card()).sentence()).contains("1 pipeline of web ended"));
        var racing = bench.saysToItself("announce " + late + " attempt=3");
        bench.write(outcome);
        assertThat(bench.saysToItself("announce " + late + " attempt=3").deliveries())
                .isEmpty();
        assertThatThrownBy(() -> bench.write(racing))
                .as("both cannot be written")
                .hasMessageContaining("meanwhile");
        assertThatThrownBy(() -> bench.write(outcome)).as("nor can it be twice").hasMessageContaining("meanwhile");
        assertThat(summarise(0).deliveries()).isEmpty();
    }

    @Test
    void nothingOutsideOfTheSpanIsSummedUp() {
        bench.write(bench.types("subscribe web"));
        passed("main");
        since = bench.clock.instant();
        passed("main");
        var until = bench.clock.instant();
        bench.clock.advance(Duration.ofMillis(500));
        bench.semaphore.finish(bench.semaphore.push("web", "main", "x", "alice").pipelineId());

        assertThat(summarise(until, 0).deliveries())
                .singleElement()
                .satisfies(
                        each -> assertThat(((Listing) each.card()).sentence()).contains("1 pipeline of web ended"));
    }

    @Test
    void whoWantsNothingOfItHearsNothing() {
        bench.write(bench.types("subscribe web@release"));
        passed("main");

        assertThat(summarise(0).deliveries()).isEmpty();
    }

    @Test
    void whatCannotBeListedIsTriedAgain() {
        bench.write(bench.types("subscribe web"));
        passed("main");
        bench.semaphore.fault(Fault.everywhere().always().internalError());

        assertThat(summarise(2).followUps()).extracting(FollowUp::delay).containsExactly(Duration.ofSeconds(4));
    }

    @Test
    void whatWasWithdrawnAndCannotBeSummedUpIsAnnouncedOneByOne() {
        bench.write(bench.types("subscribe web"));
        var one = passed("main");
        var other = passed("main");
        bench.semaphore.fault(Fault.everywhere().always().answers(Reply.bare(403, "Permission denied")));
        var line = "condense " + one + " " + other + " since=" + since + " attempt=";

        assertThat(bench.saysToItself(line + 2).followUps())
                .extracting(FollowUp::command)
                .hasOnlyElementsOfType(Condense.class);
        assertThat(bench.saysToItself(line + 6).followUps())
                .extracting(FollowUp::command)
                .containsExactly(new Announce(one, null).afterWaiting(), new Announce(other, null).afterWaiting());
    }

    private Outcome summarise(int attempt) {
        return summarise(bench.clock.instant(), attempt);
    }

    private Outcome summarise(Instant until, int attempt) {
        return bench.saysToItself("summarise " + web + " since=" + since + " until=" + until + " attempt=" + attempt);
    }

    private String passed(String branch) {
        bench.clock.advance(Duration.ofSeconds(1));
        var id = bench.semaphore.push("web", branch, "Count geese", "alice").pipelineId();
        bench.semaphore.finish(id);
        return id;
    }

    private void failed() {
        bench.clock.advance(Duration.ofSeconds(1));
        var pipeline =
                bench.semaphore.push("web", "main", "Lose a goose", "bob").pipelineId();
        bench.semaphore.begin(pipeline);
        bench.semaphore.failJob(pipeline, "Build", "compile", 1, "no goose");
    }
}
