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
import dev.signalman.simulator.semaphore.JobPlan;
import dev.signalman.simulator.semaphore.PipelinePlan;
import dev.signalman.storage.Database;
import dev.signalman.storage.Migrations;
import dev.signalman.storage.OnEachDatabase;
import dev.signalman.storage.TestDatabase;
import dev.signalman.subject.ProjectsWithSubscribers.SubscribedProject;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Projects in which rules of promotion hold are looked through for what is promoted there, whoever subscribed. */
@OnEachDatabase
class PollingForPromotionsTest {
    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-24T10:00:00Z"));
    private final InMemoryIntake intake = new InMemoryIntake();
    private final List<SubscribedProject> subscribed = new ArrayList<>();
    private final Set<String> ruled = new HashSet<>();
    private final Database database;
    private final List<String> woken = new ArrayList<>();
    private SimulatedSemaphore semaphore;
    private PollingJob pollingJob;
    private String web;

    PollingForPromotionsTest(TestDatabase kind) {
        database = kind.open(new Migrations("dev/signalman/feature/polling/migrations"));
    }

    @BeforeEach
    void begin() throws IOException {
        semaphore = SimulatedSemaphore.start(clock);
        semaphore.settings().promotionsTake(Duration.ZERO);
        var url = URI.create(semaphore.url());
        var client = new FeignSemaphore(
                SemaphoreConnection.to(url, new Credential(semaphore.token("signalman-bot"))),
                (call, outcome, took) -> {});
        var pollCursorStore = new PollCursorStore(database);
        var hintIntake = new HintIntake(intake, new Grammar(url), clock);
        pollingJob = new PollingJob(
                new PolledProjects(() -> subscribed, Set.of(() -> ruled), pollCursorStore),
                new ProjectPoll(
                        client,
                        pollCursorStore,
                        hintIntake,
                        (wake, by) -> woken.add(wake.id()),
                        () -> new Policies(List.of()),
                        clock),
                pollCursorStore,
                PollInterval.of(Duration.ofSeconds(5)));
        web = semaphore
                .addProject("web")
                .plan(PipelinePlan.pipeline(".semaphore/semaphore.yml", "Build").promotion("production", "deploy.yml"))
                .plan(PipelinePlan.pipeline("deploy.yml", "Deploy")
                        .block("Deploy", JobPlan.job("rollout").runsUntilTold()))
                .id();
        subscribed.add(new SubscribedProject(web, false));
        turn();
    }

    @AfterEach
    void end() {
        semaphore.close();
        database.close();
    }

    private void turn() {
        clock.advance(Duration.ofSeconds(1));
        pollingJob.run();
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

    private long lists() {
        return semaphore.calls().stream()
                .filter(call -> call.path().endsWith("/pipelines"))
                .count();
    }

    private String promoted(String parent) {
        semaphore.promoteOnTheWeb(parent, "production", "bob", Map.of());
        clock.advance(Duration.ofMinutes(1));
        var all = semaphore.pipelines("web");
        return all.get(all.size() - 1);
    }

    @Test
    void whereRulesHoldAndNobodySubscribedPromotionsAloneAreHintedAtForOneListATurn() {
        subscribed.clear();
        ruled.add(web);
        turn();
        var parent = passed("web");
        var deploy = promoted(parent);
        semaphore.forgetCalls();

        turn();
        turn();

        assertThat(hinted()).isEmpty();
        assertThat(woken).containsOnly(deploy);
        assertThat(lists()).isEqualTo(2);
    }

    @Test
    void whereRulesHoldAPromotionIsFoundWhileItRunsThoughChannelsWantEndsAlone() {
        ruled.add(web);
        turn();
        turn();
        var parent = passed("web");
        semaphore.promoteOnTheWeb(parent, "production", "bob", Map.of());
        clock.advance(Duration.ofSeconds(1));
        var all = semaphore.pipelines("web");
        var deploy = all.get(all.size() - 1);
        semaphore.forgetCalls();

        turn();
        turn();

        assertThat(lists()).isEqualTo(2);
        assertThat(woken).contains(deploy);
        assertThat(hinted()).noneMatch(line -> line.startsWith("announce " + deploy));
    }

    @Test
    void whoSubscribesAgainWhereRulesHoldIsToldNothingOfTheTimeBetween() {
        ruled.add(web);
        turn();
        subscribed.clear();
        turn();
        passed("web");
        clock.advance(Duration.ofMinutes(5));
        turn();
        subscribed.add(new SubscribedProject(web, false));
        turn();
        turn();
        assertThat(intake.taken).isEmpty();
    }

    @Test
    void ofManyProjectsInWhichRulesHoldSomeAreLookedThroughInATurnAndAllInTime() {
        subscribed.clear();
        for (int n = 0; n < 50; n++) {
            ruled.add(semaphore.addProject("p" + n).id());
        }
        semaphore.forgetCalls();
        turn();
        assertThat(lists()).isEqualTo(20);
        turn();
        turn();
        assertThat(semaphore.calls().stream()
                        .filter(call -> call.path().endsWith("/pipelines"))
                        .flatMap(call -> ruled.stream().filter(call.query()::contains))
                        .distinct())
                .hasSize(50);
    }
}
