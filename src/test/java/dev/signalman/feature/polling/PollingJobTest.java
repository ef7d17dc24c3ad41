package dev.signalman.feature.polling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalman.command.Grammar;
import dev.signalman.dispatch.HintIntake;
import dev.signalman.dispatch.InMemoryIntake;
import dev.signalman.ruling.Policies;
import dev.signalman.semaphore.Credential;
import dev.signalman.semaphore.http.FeignSemaphore;
import dev.signalman.semaphore.http.SemaphoreConnection;
import dev.signalman.simulator.SettableClock;
import dev.signalman.simulator.SimulatedSemaphore;
import dev.signalman.simulator.semaphore.http.SemaphoreFault;
import dev.signalman.storage.Database;
import dev.signalman.storage.Migrations;
import dev.signalman.storage.OnEachDatabase;
import dev.signalman.storage.TestDatabase;
import dev.signalman.subject.ProjectsWithSubscribers.SubscribedProject;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@OnEachDatabase
class PollingJobTest {
    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-24T10:00:00Z"));
    private final InMemoryIntake intake = new InMemoryIntake();
    private final List<SubscribedProject> subscribed = new ArrayList<>();
    private final Database database;
    private Duration ahead = Duration.ZERO;
    private SimulatedSemaphore semaphore;
    private PollingJob pollingJob;
    private String web;

    PollingJobTest(TestDatabase kind) {
        database = kind.open(new Migrations("dev/signalman/feature/polling/migrations"));
    }

    @BeforeEach
    void begin() throws IOException {
        semaphore = SimulatedSemaphore.start(clock);
        web = semaphore.addProject("web").id();
        subscribed.add(new SubscribedProject(web, false));
        pollingJob = newPollingJob();
        semaphore.forgetCalls();
        turn();
    }

    /** As after a restart: nothing but the database is remembered. */
    private PollingJob newPollingJob() {
        var url = URI.create(semaphore.url());
        var client = new FeignSemaphore(
                SemaphoreConnection.to(url, new Credential(semaphore.token("signalman-bot"))),
                (call, outcome, took) -> {});
        var pollCursorStore = new PollCursorStore(database);
        InstantSource own = () -> clock.instant().plus(ahead);
        return new PollingJob(
                new PolledProjects(() -> subscribed, Set.of(), pollCursorStore),
                new ProjectPoll(
                        client,
                        pollCursorStore,
                        new HintIntake(intake, new Grammar(url), own),
                        (wake, by) -> {},
                        () -> new Policies(List.of()),
                        own),
                pollCursorStore,
                PollInterval.of(Duration.ofSeconds(5)));
    }

    @AfterEach
    void end() {
        semaphore.close();
        database.close();
    }

    @Test
    void whatIsDoneIsHintedAtOnce() {
        var pipeline = passed("web");

        turn();
        turn();

        assertThat(intake.taken.values())
                .singleElement()
                .satisfies(hint -> assertThat(hint.line()).contains("announce").contains(pipeline));
    }

    @Test
    void whatWasDoneBeforeAnybodySubscribedIsNotHinted() {
        subscribed.clear();
        turn();
        passed("web");
        clock.advance(Duration.ofMinutes(1));
        subscribed.add(new SubscribedProject(web, false));

        turn();
        turn();

        assertThat(intake.taken).isEmpty();
    }

    @Test
    void whatEndsBetweenASubscriptionAndTheFirstLookIsHintedAtAndNothingThatWasLongAgo() {
        subscribed.clear();
        turn();
        passed("web");
        clock.advance(Duration.ofSeconds(1));
        subscribed.add(new SubscribedProject(web, false, clock.instant()));
        var pipeline = passed("web");
        turn();
        assertThat(hinted()).singleElement().asString().contains(pipeline);

        subscribed.clear();
        turn();
        subscribed.add(new SubscribedProject(web, false, clock.instant()));
        passed("web");
        clock.advance(Duration.ofDays(2));
        turn();
        assertThat(hinted()).hasSize(1);
    }

    @Test
    void hoursWithoutSemaphoreLoseNothing() {
        semaphore.fault(SemaphoreFault.on("GET", "/pipelines").always().internalError());
        var pipeline = passed("web");
        for (int hours = 0; hours < 5; hours++) {
            clock.advance(Duration.ofHours(1));
            turn();
        }
        assertThat(intake.taken).isEmpty();

        semaphore.heal();
        turn();

        assertThat(hinted()).anySatisfy(line -> assertThat(line).contains(pipeline));
    }

    @Test
    void aRestartLosesNothingAndRepeatsNothing() {
        var first = passed("web");
        turn();
        clock.advance(Duration.ofHours(3));
        var second = passed("web");

        pollingJob = newPollingJob();
        turn();

        assertThat(hinted()).hasSize(2);
        assertThat(hinted().get(0)).contains(first);
        assertThat(hinted().get(1)).contains(second);
    }

    @Test
    void whatCannotBeWrittenDownIsFoundAgain() {
        passed("web");
        intake.away = true;
        turn();
        intake.away = false;

        turn();

        assertThat(intake.taken).hasSize(1);
    }

    @Test
    void morePipelinesThanAPageHoldsAreAllFound() {
        for (int n = 0; n < 60; n++) {
            passed("web");
        }

        turn();

        assertThat(intake.taken).hasSize(60);
    }

    @Test
    void whatAnOutageHidIsHintedAtOneByOneWhileItIsLittle() {
        for (int n = 0; n < 20; n++) {
            passed("web");
        }
        clock.advance(Duration.ofHours(3));

        turn();

        assertThat(hinted()).hasSize(20).allSatisfy(line -> assertThat(line).startsWith("announce "));
    }

    @Test
    void whatAnOutageHidIsSummarisedWhenItIsMuchAndWhatIsFreshIsNot() {
        for (int n = 0; n < 25; n++) {
            passed("web");
        }
        clock.advance(Duration.ofHours(3));
        var fresh = passed("web");

        turn();
        turn();

        assertThat(hinted()).hasSize(2);
        assertThat(hinted()).anySatisfy(line -> assertThat(line).startsWith("summarise " + web));
        assertThat(hinted()).anySatisfy(line -> assertThat(line).startsWith("announce " + fresh));
    }

    @Test
    void whatSeveralProjectsHidIsAskedForTogetherThoughOneIsWatchedFromTheStart() {
        var api = semaphore.addProject("api").id();
        subscribed.add(new SubscribedProject(api, true));
        turn();
        turn();
        turn();
        for (int n = 0; n < 25; n++) {
            passed("web");
            passed("api");
        }
        clock.advance(Duration.ofHours(3));

        turn();
        turn();
        turn();

        assertThat(hinted())
                .singleElement()
                .satisfies(line -> assertThat(line).startsWith("summarise " + web + " " + api));
    }

    @Test
    void whatWasSummarisedIsNotHintedAtOneByOneLater() {
        for (int n = 0; n < 25; n++) {
            passed("web");
        }
        clock.advance(Duration.ofHours(3));

        turn();
        turn();
        var fresh = passed("web");
        turn();

        assertThat(hinted()).hasSize(2);
        assertThat(hinted().get(0)).startsWith("summarise " + web);
        assertThat(hinted().get(1)).startsWith("announce " + fresh);
    }

    @Test
    void takeoverDuringASummaryLosesNoPipeline() {
        for (int n = 0; n < 25; n++) {
            passed("web");
        }
        clock.advance(Duration.ofMinutes(20));
        var young = passed("web");
        intake.awayAfter(1);
        turn();
        assertThat(hinted()).hasSize(1);

        intake.awayAfter(Integer.MAX_VALUE);
        clock.advance(Duration.ofMinutes(20));
        pollingJob = newPollingJob();
        turn();

        assertThat(hinted()).hasSize(2);
        assertThat(hinted().get(1)).startsWith("announce " + young);
    }

    @Test
    void takeoverBeforeTheCursorMovedSummarisesTheSameSpan() {
        for (int n = 0; n < 25; n++) {
            passed("web");
        }
        clock.advance(Duration.ofMinutes(20));
        var rows = rows();
        turn();
        restore(rows);
        passed("web");
        clock.advance(Duration.ofMinutes(20));

        turn();

        assertThat(hinted()).hasSize(2).allSatisfy(line -> assertThat(line).startsWith("summarise " + web));
        assertThat(hinted().get(1)).as("up to the last one").isNotEqualTo(hinted().get(0));
    }

    @Test
    void aClockThatWasAheadWhenTheProjectWasFirstWatchedAndIsSetBackHidesNothing() {
        subscribed.clear();
        turn();
        subscribed.add(new SubscribedProject(web, false));
        ahead = Duration.ofHours(1);
        turn();
        ahead = Duration.ZERO;
        var pipeline = passed("web");

        turn();

        assertThat(hinted()).singleElement().asString().contains(pipeline);
        turn();
        passed("web");
        turn();
        assertThat(hinted()).hasSize(2);
    }

    @Test
    void aClockThatWasAheadAndIsSetBackHidesNothing() {
        passed("web");
        ahead = Duration.ofHours(1);
        turn();
        ahead = Duration.ZERO;
        var pipeline = passed("web");

        turn();

        assertThat(hinted()).anySatisfy(line -> assertThat(line).contains(pipeline));
    }

    @Test
    void oneListAProjectAndTurnIsAllItCosts() {
        subscribed.clear();
        subscribed.add(new SubscribedProject(web, true));
        turn();
        semaphore.forgetCalls();

        turn();

        assertThat(semaphore.calls())
                .filteredOn(call -> call.path().endsWith("/pipelines"))
                .hasSize(1);
    }

    @Test
    void pipelinesThatAreWantedFromTheirStartAreFoundWhileTheyRun() {
        subscribed.clear();
        subscribed.add(new SubscribedProject(web, true));
        turn();
        turn();
        clock.advance(Duration.ofSeconds(1));
        var pipeline = semaphore.push("web", "main", "One", "alice").pipelineId();

        turn();
        turn();

        assertThat(hinted()).anySatisfy(line -> assertThat(line).contains(pipeline));
    }

    @Test
    void whatIsWantedFromItsStartAndIsDoneAlreadyIsFoundByItsEndAlone() {
        subscribed.clear();
        subscribed.add(new SubscribedProject(web, true));
        turn();
        turn();
        passed("web");

        turn();
        turn();

        assertThat(intake.taken.keySet()).singleElement().asString().startsWith("lookout:done:");
    }

    private List<Map<String, Object>> rows() {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery("SELECT * FROM lookout_mark")
                        .mapToMap()
                        .list());
    }

    /** The marks stand as they stood, as if whoever moved them had died before. */
    private void restore(List<Map<String, Object>> rows) {
        database.jdbi()
                .useTransaction(handle -> rows.forEach(
                        row -> handle.createUpdate("""
                            UPDATE lookout_mark SET from_time = :from_time, seen = :seen, looked = :looked
                            WHERE project_id = :project_id AND moment = :moment\
                            """).bindMap(row).execute()));
    }

    private String passed(String project) {
        clock.advance(Duration.ofSeconds(1));
        var pipeline = semaphore.push(project, "main", "One", "alice").pipelineId();
        semaphore.finish(pipeline);
        return pipeline;
    }

    private List<String> hinted() {
        return intake.taken.values().stream().map(hint -> hint.line()).toList();
    }

    private void turn() {
        clock.advance(Duration.ofSeconds(1));
        pollingJob.run();
    }
}
