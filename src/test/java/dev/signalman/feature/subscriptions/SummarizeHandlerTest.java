package dev.signalman.feature.subscriptions;

import static dev.signalman.simulator.semaphore.JobPlan.job;
import static dev.signalman.simulator.semaphore.PipelinePlan.pipeline;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalman.card.ListCard;
import dev.signalman.command.Announce;
import dev.signalman.command.Condense;
import dev.signalman.command.ListPipelines;
import dev.signalman.dispatch.Delivery;
import dev.signalman.dispatch.FollowUp;
import dev.signalman.dispatch.Outcome;
import dev.signalman.domain.Place;
import dev.signalman.feature.FeatureFixture;
import dev.signalman.feature.access.AccessRules;
import dev.signalman.simulator.semaphore.http.SemaphoreFault;
import dev.signalman.web.Reply;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One message a channel of what an outage hid. */
final class SummarizeHandlerTest {
    private FeatureFixture fixture;
    private String web;
    private Instant since;

    @BeforeEach
    void start() throws IOException {
        fixture = new FeatureFixture(AccessRules.NONE);
        web = fixture.semaphore
                .addProject("web")
                .plan(pipeline(".semaphore/semaphore.yml", "Build")
                        .block("Build", job("compile").runsUntilTold()))
                .id();
        since = fixture.clock.instant();
    }

    @AfterEach
    void end() {
        fixture.close();
    }

    @Test
    void aChannelHearsWhatItWantsOnceWithTheFailedOnesFirst() {
        fixture.write(fixture.types("subscribe web@main"));
        failed();
        for (int n = 0; n < 24; n++) {
            passed("main");
        }
        passed("other");

        var outcome = summarise(0);

        assertThat(outcome.deliveries()).singleElement().isInstanceOfSatisfying(Delivery.ToPlace.class, each -> {
            assertThat(each.place().channel()).isEqualTo("C0BUILDS");
            var listCard = (ListCard) each.card();
            assertThat(listCard.sentence())
                    .isEqualTo("During an outage, 25 pipelines of web finished: 24 passed, 1 failed.");
            assertThat(listCard.rows()).hasSize(10);
            assertThat(listCard.rows().get(0).toString()).contains("FAILED");
            assertThat(listCard.small()).isEqualTo("and 15 more");
            assertThat(listCard.actions().buttons())
                    .extracting(button -> button.label())
                    .containsExactly("All of them", "Current status");
            assertThat(listCard.actions().buttons().get(0).command())
                    .as("by their ends, as they were counted")
                    .isInstanceOfSatisfying(
                            ListPipelines.class, all -> assertThat(all.byEnd()).isTrue());
        });
    }

    @Test
    void whatSeveralProjectsHidIsOneMessageAChannelThatNamesThem() {
        var api = fixture.semaphore
                .addProject("api")
                .plan(pipeline(".semaphore/semaphore.yml", "Build")
                        .block("Build", job("compile").runsUntilTold()))
                .id();
        fixture.write(fixture.types("subscribe web"));
        fixture.write(fixture.types("subscribe api"));
        fixture.write(fixture.types("U0ALICE", "subscribe api", Place.channel("C0API")));
        passed("main");
        fixture.semaphore.finish(
                fixture.semaphore.push("api", "main", "x", "bob").pipelineId());
        var now = fixture.clock.instant();

        var said = fixture.saysToItself("summarise " + web + " " + api + " since=\"" + since + "," + since
                        + "\" until=\"" + now + "," + now + "\" attempt=0")
                .deliveries();

        assertThat(said).hasSize(2);
        for (var each : said) {
            var listCard = (ListCard) each.card();
            var labels = listCard.actions().buttons().stream().map(button -> button.label());
            if (((Delivery.ToPlace) each).place().channel().equals("C0API")) {
                assertThat(listCard.sentence()).contains("1 pipeline of api finished");
                assertThat(labels).containsExactly("All of them", "Current status");
            } else {
                assertThat(listCard.sentence()).contains("2 pipelines of web, api finished: 2 passed.");
                assertThat(labels).containsExactly("All of web", "All of api");
                assertThat(listCard.rows().toString()).contains("web: ", "api: ");
            }
        }
    }

    @Test
    void whatWasAnnouncedIsNotSummedUpAndWhatWasSummedUpIsNotAnnounced() {
        fixture.write(fixture.types("subscribe web"));
        var early = passed("main");
        fixture.write(fixture.saysToItself("announce " + early + " attempt=0"));
        var late = passed("main");

        var outcome = summarise(0);

        assertThat(outcome.deliveries())
                .singleElement()
                .satisfies(
                        each -> assertThat(((ListCard) each.card()).sentence()).contains("1 pipeline of web finished"));
        var racing = fixture.saysToItself("announce " + late + " attempt=3");
        fixture.write(outcome);
        assertThat(fixture.saysToItself("announce " + late + " attempt=3").deliveries())
                .isEmpty();
        assertThatThrownBy(() -> fixture.write(racing))
                .as("both cannot be written")
                .hasMessageContaining("meanwhile");
        assertThatThrownBy(() -> fixture.write(outcome))
                .as("nor can it be twice")
                .hasMessageContaining("meanwhile");
        assertThat(summarise(0).deliveries()).isEmpty();
    }

    @Test
    void nothingOutsideOfTheSpanIsSummedUp() {
        fixture.write(fixture.types("subscribe web"));
        passed("main");
        since = fixture.clock.instant();
        passed("main");
        var until = fixture.clock.instant();
        fixture.clock.advance(Duration.ofMillis(500));
        fixture.semaphore.finish(
                fixture.semaphore.push("web", "main", "x", "alice").pipelineId());

        assertThat(summarise(until, 0).deliveries())
                .singleElement()
                .satisfies(
                        each -> assertThat(((ListCard) each.card()).sentence()).contains("1 pipeline of web finished"));
    }

    @Test
    void whoWantsNothingOfItHearsNothing() {
        fixture.write(fixture.types("subscribe web@release"));
        passed("main");

        assertThat(summarise(0).deliveries()).isEmpty();
    }

    @Test
    void whatCannotBeListedIsTriedAgain() {
        fixture.write(fixture.types("subscribe web"));
        passed("main");
        fixture.semaphore.fault(SemaphoreFault.everywhere().always().internalError());

        assertThat(summarise(2).followUps()).extracting(FollowUp::delay).containsExactly(Duration.ofSeconds(4));
    }

    @Test
    void whatWasWithdrawnAndCannotBeSummedUpIsAnnouncedOneByOne() {
        fixture.write(fixture.types("subscribe web"));
        var one = passed("main");
        var other = passed("main");
        fixture.semaphore.fault(SemaphoreFault.everywhere().always().answers(Reply.bare(403, "Permission denied")));
        var line = "condense " + one + " " + other + " since=" + since + " attempt=";

        assertThat(fixture.saysToItself(line + 2).followUps())
                .extracting(FollowUp::command)
                .hasOnlyElementsOfType(Condense.class);
        assertThat(fixture.saysToItself(line + 6).followUps())
                .extracting(FollowUp::command)
                .containsExactly(new Announce(one, null).afterWaiting(), new Announce(other, null).afterWaiting());
    }

    private Outcome summarise(int attempt) {
        return summarise(fixture.clock.instant(), attempt);
    }

    private Outcome summarise(Instant until, int attempt) {
        return fixture.saysToItself("summarise " + web + " since=" + since + " until=" + until + " attempt=" + attempt);
    }

    private String passed(String branch) {
        fixture.clock.advance(Duration.ofSeconds(1));
        var id = fixture.semaphore.push("web", branch, "Count geese", "alice").pipelineId();
        fixture.semaphore.finish(id);
        return id;
    }

    private void failed() {
        fixture.clock.advance(Duration.ofSeconds(1));
        var pipeline =
                fixture.semaphore.push("web", "main", "Lose a goose", "bob").pipelineId();
        fixture.semaphore.begin(pipeline);
        fixture.semaphore.failJob(pipeline, "Build", "compile", 1, "no goose");
    }
}
