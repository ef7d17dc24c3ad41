package dev.signalman.kill;

import static dev.signalman.harness.WorkspaceFixture.BOB;
import static dev.signalman.harness.WorkspaceFixture.CAROL;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.signalman.harness.SemaphoreCallLatch;
import dev.signalman.simulator.semaphore.http.SemaphoreFault;
import dev.signalman.simulator.slack.SimulatedPerson;
import dev.signalman.simulator.slack.SlackFault.Http;
import dev.signalman.storage.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Kills the bot in each state of an approval request and restarts it: each request is shown once, each vote counts,
 * each grant is promoted once, the card is right in the end, and the ledger has one row for each. A start takes
 * seconds, so each kill finds several requests in different states, and the bot that was restarted is the next one to be
 * killed.
 */
@ParameterizedClass
@Execution(ExecutionMode.CONCURRENT)
@MethodSource("dev.signalman.kill.KilledOn#server")
@Order(5)
final class KilledApprovingIT {
    private static final String POST = "chat.postMessage";
    private static final String UPDATE = "chat.update";
    private static final Duration AT_MOST = Duration.ofSeconds(60);
    private static final String TWO_MUST_AGREE = """
            promotions:
              - {name: production, approvals: 2, approvers: [%s, %s], notify: none}
            """.formatted(BOB, CAROL);

    private static final List<String> PETITIONS = List.of(
            "asked",
            "voted",
            "last",
            "rejected",
            "opened",
            "counted",
            "turned",
            "withdrawn",
            "intended",
            "sent",
            "acted",
            "settled",
            "passing",
            "failing",
            "expiring");

    private final TestDatabase kind;
    private final Map<String, ApprovalScenario> scenarios = new LinkedHashMap<>();
    private final List<String> owed = new ArrayList<>();

    @TempDir
    private Path folder;

    private KillTestEnvironment environment;
    private BotProcess bot;

    KilledApprovingIT(TestDatabase kind) {
        this.kind = kind;
    }

    @BeforeEach
    void start() throws IOException {
        environment = new KillTestEnvironment(kind, folder);
        environment.slack.add(SimulatedPerson.member(BOB, "Bob"));
        environment.slack.add(SimulatedPerson.member(CAROL, "Carol"));
        environment.configures(TWO_MUST_AGREE);
        PETITIONS.forEach(name -> scenarios.put(name, new ApprovalScenario(environment, name)));
        bot = environment.start();
    }

    @AfterEach
    void end() {
        environment.close();
    }

    private ApprovalScenario petition(String name) {
        return requireNonNull(scenarios.get(name));
    }

    @Test
    void whatWasTakenOrGrantedIsDecidedAndPromotedOnce() throws IOException {
        whatWasTakenAndNotDecidedIsDecidedOnce();
        whatWasGrantedAndNotSettledIsPromotedOnce();
        theLedgerHasEachOnce();
    }

    @Test
    void whatWasDecidedOrEndedIsShown() throws IOException {
        whatWasDecidedAndNotShownIsShown();
        whatEndedWhileNobodyWasThereIsShownAsItEnded();
        theLedgerHasEachOnce();
    }

    private void whatWasTakenAndNotDecidedIsDecidedOnce() throws IOException {
        var asked = petition("asked");
        var voted = petition("voted").asked();
        var last = petition("last").asked().approve(BOB).stands("1 of 2");
        var rejected = petition("rejected").asked();
        bot.untilAllIsDone();
        var deciding = new SemaphoreCallLatch();
        for (var each : List.of(asked, voted, last, rejected)) {
            environment.semaphore.fault(SemaphoreFault.on("GET", "/pipelines/" + each.pipeline)
                    .waitsFor(deciding)
                    .cuts());
        }
        asked.ask();
        voted.press(BOB);
        last.approve(CAROL);
        rejected.reject(CAROL);
        killWhen(() -> deciding.arrived() == 4);
        assertThat(count("inbox where due_at is not null")).isEqualTo(4);
        assertThat(count("approval_request")).isEqualTo(3);
        assertThat(count("approval_vote")).isEqualTo(1);
        deciding.open();
        restart();
        asked.stands("requests approval to promote", "0 of 2 approvals");
        voted.stands("1 of 2 approvals", "Bob");
        goesAndIsFollowed(last);
        goesAndIsFollowed(voted.approve(CAROL));
        goesAndIsFollowed(asked.approve(BOB).stands("1 of 2").approve(CAROL));
        isRejected(rejected);
    }

    private void whatWasDecidedAndNotShownIsShown() throws IOException {
        var opened = petition("opened");
        var counted = petition("counted").asked();
        var turned = petition("turned").asked();
        var withdrawn = petition("withdrawn").asked();
        bot.untilAllIsDone();
        slackShowsNothing();
        int before = environment.slack.calls().size();
        opened.ask();
        counted.press(BOB);
        turned.reject(CAROL);
        withdrawn.withdraw();
        var all = List.of(opened, counted, turned, withdrawn);
        killWhen(() -> all.stream().allMatch(each -> wasToBeShown(each, before)));
        assertThat(environment.database.column("select project || ' ' || state from approval_request where project in ("
                        + "'opened', 'counted', 'turned', 'withdrawn') order by 1"))
                .containsExactly("counted WAITING", "opened WAITING", "turned REJECTED", "withdrawn WITHDRAWN");
        assertThat(opened.cards()).isEmpty();
        assertThat(List.of(counted, turned, withdrawn)).allSatisfy(each -> each.stands("0 of 2"));
        restart();
        opened.stands("requests approval to promote", "0 of 2 approvals");
        counted.stands("1 of 2 approvals", "Bob");
        goesAndIsFollowed(counted.approve(CAROL));
        goesAndIsFollowed(opened.approve(BOB).stands("1 of 2").approve(CAROL));
        isRejected(turned);
        withdrawn.stands("withdrawn by").isOver();
        owes(withdrawn, "request Alice done", "act Alice refused");
    }

    /** Granted but not sent; sent but never received; done but unanswered; settled but not shown. */
    private void whatWasGrantedAndNotSettledIsPromotedOnce() throws IOException {
        var intended = petition("intended").asked().approve(BOB).stands("1 of 2");
        var sent = petition("sent").asked().approve(BOB).stands("1 of 2");
        var acted = petition("acted").asked().approve(BOB).stands("1 of 2");
        var settled = petition("settled").asked().approve(BOB).stands("1 of 2");
        bot.untilAllIsDone();
        slackShowsNothing();
        int before = environment.slack.calls().size();
        settled.approve(CAROL);
        await().atMost(AT_MOST).until(() -> isToldOf(settled, before)); // the follow-up of the settled promotion
        var asking = new SemaphoreCallLatch();
        var answering = new SemaphoreCallLatch();
        environment.semaphore.fault(SemaphoreFault.on("POST", "/promotions").answerWaitsFor(answering));
        environment.semaphore.fault(SemaphoreFault.on("POST", "/promotions")
                .times(2)
                .waitsFor(asking)
                .cuts());
        acted.approve(CAROL);
        await().atMost(AT_MOST).until(() -> answering.arrived() == 1);
        intended.approve(CAROL);
        sent.approve(CAROL);
        killWhen(() -> asking.arrived() == 2);
        assertThat(environment.database.column(acts("project || ' ' || acts.state")))
                .containsExactly("acted sent", "intended sent", "sent sent", "settled done");
        // the call never arrived, so this was the state just before it
        assertThat(environment.database.change(
                        "update acts set state = 'intended', sent_at = null where invocation_id in ("
                                + acts("granted_by").replace(" order by 1", " and project = 'intended'") + ")"))
                .isOne();
        assertThat(List.of(intended.promoted(), sent.promoted(), acted.promoted(), settled.promoted()))
                .containsExactly(0, 0, 1, 1);
        asking.open();
        answering.open();
        restart();
        List.of(intended, sent, acted, settled).forEach(this::goesAndIsFollowed);
    }

    private static String acts(String what) {
        return "select " + what + " from acts join approval_request on granted_by = invocation_id"
                + " where project in ('intended', 'sent', 'acted', 'settled') order by 1";
    }

    private void whatEndedWhileNobodyWasThereIsShownAsItEnded() throws IOException {
        var passing = petition("passing").asked().approve(BOB).stands("1 of 2");
        var failing = petition("failing").asked().approve(BOB).stands("1 of 2");
        var expiring = petition("expiring").asked().approve(BOB).stands("1 of 2");
        for (var each : List.of(passing, failing)) {
            each.approve(CAROL).stands("is deploying to");
        }
        bot.untilAllIsDone();
        bot.kill();
        environment.semaphore.finish(passing.deploy());
        environment.semaphore.failJob(failing.deploy(), "Deploy", "rollout", 1, "boom\n");
        var minuteAgo = "current_timestamp - interval '1' minute";
        assertThat(environment.database.change(
                        "update approval_request set expires_at = " + minuteAgo + " where project = 'expiring'"))
                .isOne();
        assertThat(environment.database.change("update watches set next_look = " + minuteAgo
                        + " where kind = 'REQUEST' and id = '" + expiring.number() + "'"))
                .isOne();
        restart();
        isDeployed(passing);
        failing.stands("was promoted to *production*, and the deploy failed").isOver();
        assertThat(failing.promoted()).isOne();
        owes(failing, "request Alice done", "vote Bob done", "vote Carol done", "act Carol done");
        expiring.stands("expired", "with 1 of 2 approvals").isOver();
        assertThat(expiring.promoted()).isZero();
        owes(expiring, "request Alice done", "vote Bob done", "act Alice refused");
    }

    /** An approved request is promoted once, and its card follows the deploy and names everybody in the end. */
    private void goesAndIsFollowed(ApprovalScenario scenario) {
        scenario.stands("is deploying to");
        environment.semaphore.finish(scenario.deploy());
        isDeployed(scenario);
    }

    private void isDeployed(ApprovalScenario scenario) {
        scenario.stands("*" + scenario.name + "* is on *production*, deployed").isOver();
        assertThat(scenario.card().text()).contains("Requested by Alice, approved by Bob and Carol.");
        assertThat(scenario.promoted()).as(scenario.name).isOne();
        owes(scenario, "request Alice done", "vote Bob done", "vote Carol done", "act Carol done");
    }

    private void isRejected(ApprovalScenario scenario) {
        scenario.stands("rejected by", "it rains").isOver();
        assertThat(scenario.card().text()).startsWith("Carol rejected");
        assertThat(scenario.promoted()).as(scenario.name).isZero();
        owes(scenario, "request Alice done", "act Carol refused");
    }

    private void owes(ApprovalScenario scenario, String... rows) {
        Stream.of(rows).map(row -> scenario.name + " " + row).forEach(owed::add);
    }

    /** The killed bot left its socket behind, without a listener. */
    private void theLedgerHasEachOnce() throws IOException {
        bot.untilAllIsDone();
        assertThat(rows()).containsExactlyInAnyOrderElementsOf(owed);
        bot.kill();
        // and one for the file of rules
        assertThat(audit("verify")).contains("The ledger is intact: " + (owed.size() + 1) + " rows");
    }

    private List<String> rows() throws IOException {
        var rows = new ArrayList<String>();
        var json = new JsonMapper();
        for (var line : audit("export").lines().toList()) {
            var row = json.readTree(line);
            if (row.path("kind").asText().equals("rules")) {
                continue;
            }
            var said = row.path("line").asText();
            var name = scenarios.values().stream()
                    .filter(each -> !each.cards().isEmpty()) // another test covers the others
                    .filter(each -> said.contains(each.pipeline) || said.equals("grant " + each.number()))
                    .map(each -> each.name)
                    .findFirst()
                    .orElse(said);
            rows.add(String.join(
                    " ",
                    name,
                    row.path("kind").asText(),
                    row.path("name").asText(),
                    row.path("outcome").asText()));
        }
        return rows;
    }

    private String audit(String what) throws IOException {
        var audit = BotProcess.start(folder, Map.of("DATABASE_URL", environment.database.url), "audit", what);
        assertThat(audit.exitCode(AT_MOST)).as(audit.out() + audit.err()).isZero();
        return audit.out();
    }

    private int count(String rows) {
        return Integer.parseInt(
                environment.database.column("select count(*) from " + rows).get(0));
    }

    private void slackShowsNothing() {
        environment.slack.faults().always(POST, new Http(503));
        environment.slack.faults().always(UPDATE, new Http(503));
    }

    /** Whether Slack was called for its channel, so the change is recorded. */
    private boolean wasToBeShown(ApprovalScenario scenario, int before) {
        return isToldOf(scenario, before) || isAskedFor(UPDATE, scenario, before);
    }

    private boolean isToldOf(ApprovalScenario scenario, int before) {
        return isAskedFor(POST, scenario, before);
    }

    private boolean isAskedFor(String method, ApprovalScenario scenario, int before) {
        return environment.slack.calls().stream()
                .skip(before)
                .anyMatch(call -> call.method().equals(method) && scenario.channel.equals(call.channel()));
    }

    private void killWhen(Callable<Boolean> due) {
        await().atMost(AT_MOST).pollInterval(Duration.ofMillis(20)).until(due);
        bot.kill();
    }

    private void restart() throws IOException {
        environment.semaphore.heal();
        environment.slack.faults().none();
        bot = environment.start();
    }
}
