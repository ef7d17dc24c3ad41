package dev.signalman.kill;

import static dev.signalman.harness.Town.BOB;
import static dev.signalman.harness.Town.CAROL;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.signalman.harness.Gate;
import dev.signalman.simulator.semaphore.http.Fault;
import dev.signalman.simulator.slack.Fault.Http;
import dev.signalman.simulator.slack.Person;
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
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The bot is killed in each state of a request for approval, and started again: what was asked for stands once, each vote counts,
 * what was granted is promoted once, the card is right in the end, and the ledger has one row for each of these. A start takes
 * seconds, so that each kill finds several requests, every one of them in another state.
 */
@ParameterizedClass
@Execution(ExecutionMode.CONCURRENT)
@EnumSource(TestDatabase.class)
@Order(1)
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
    private final Map<String, Petition> petitions = new LinkedHashMap<>();
    private final List<String> owed = new ArrayList<>();

    @TempDir
    private Path folder;

    private Stage stage;
    private Child bot;

    KilledApprovingIT(TestDatabase kind) {
        this.kind = kind;
    }

    @BeforeEach
    void start() throws IOException {
        stage = new Stage(kind, folder);
        stage.slack.add(Person.member(BOB, "Bob"));
        stage.slack.add(Person.member(CAROL, "Carol"));
        stage.configures(TWO_MUST_AGREE);
        PETITIONS.forEach(name -> petitions.put(name, new Petition(stage, name)));
        bot = stage.start();
    }

    @AfterEach
    void end() {
        stage.close();
    }

    @Test
    void inNoStateIsARequestLostOrPromotedTwice() throws IOException {
        takenAndNotDecided();
        decidedAndNotShown();
        grantedAndNotSettled();
        endedWhileNobodyWasThere();
        theLedgerHasEachOnce();
    }

    private Petition petition(String name) {
        return requireNonNull(petitions.get(name));
    }

    private void takenAndNotDecided() throws IOException {
        var asked = petition("asked");
        var voted = petition("voted").asked();
        var last = petition("last").asked().approve(BOB).stands("1 of 2");
        var rejected = petition("rejected").asked();
        bot.untilAllIsDone();
        var deciding = new Gate();
        for (var each : List.of(asked, voted, last, rejected)) {
            stage.semaphore.fault(Fault.on("GET", "/pipelines/" + each.pipeline)
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
        asked.stands("asks to promote", "0 of 2 approvals");
        voted.stands("1 of 2 approvals", "Bob");
        goesAndIsFollowed(last);
        goesAndIsFollowed(voted.approve(CAROL));
        goesAndIsFollowed(asked.approve(BOB).stands("1 of 2").approve(CAROL));
        isRejected(rejected);
    }

    private void decidedAndNotShown() throws IOException {
        var opened = petition("opened");
        var counted = petition("counted").asked();
        var turned = petition("turned").asked();
        var withdrawn = petition("withdrawn").asked();
        bot.untilAllIsDone();
        slackShowsNothing();
        int before = stage.slack.calls().size();
        opened.ask();
        counted.press(BOB);
        turned.reject(CAROL);
        withdrawn.withdraw();
        var all = List.of(opened, counted, turned, withdrawn);
        killWhen(() -> all.stream().allMatch(each -> wasToBeShown(each, before)));
        assertThat(stage.store.column("select project || ' ' || state from approval_request where project in ("
                        + "'opened', 'counted', 'turned', 'withdrawn') order by 1"))
                .containsExactly("counted WAITING", "opened WAITING", "turned REJECTED", "withdrawn WITHDRAWN");
        assertThat(opened.cards()).isEmpty();
        assertThat(List.of(counted, turned, withdrawn)).allSatisfy(each -> each.stands("0 of 2"));
        restart();
        opened.stands("asks to promote", "0 of 2 approvals");
        counted.stands("1 of 2 approvals", "Bob");
        goesAndIsFollowed(counted.approve(CAROL));
        goesAndIsFollowed(opened.approve(BOB).stands("1 of 2").approve(CAROL));
        isRejected(turned);
        withdrawn.stands("withdrawn by").isOver();
        owes(withdrawn, "request Alice done", "act Alice refused");
    }

    /** Granted and not asked for; asked for and never heard of; done and not answered; settled and not shown. */
    private void grantedAndNotSettled() throws IOException {
        var intended = petition("intended").asked().approve(BOB).stands("1 of 2");
        var sent = petition("sent").asked().approve(BOB).stands("1 of 2");
        var acted = petition("acted").asked().approve(BOB).stands("1 of 2");
        var settled = petition("settled").asked().approve(BOB).stands("1 of 2");
        bot.untilAllIsDone();
        slackShowsNothing();
        int before = stage.slack.calls().size();
        settled.approve(CAROL);
        await().atMost(AT_MOST)
                .until(() -> isToldOf(settled, before)); // what follows the promotion, once that is settled
        var asking = new Gate();
        var answering = new Gate();
        stage.semaphore.fault(Fault.on("POST", "/promotions").answerWaitsFor(answering));
        stage.semaphore.fault(
                Fault.on("POST", "/promotions").times(2).waitsFor(asking).cuts());
        acted.approve(CAROL);
        await().atMost(AT_MOST).until(() -> answering.arrived() == 1);
        intended.approve(CAROL);
        sent.approve(CAROL);
        killWhen(() -> asking.arrived() == 2);
        assertThat(stage.store.column(acts("project || ' ' || acts.state")))
                .containsExactly("acted sent", "intended sent", "sent sent", "settled done");
        // the call was never heard of; so this is what stood there a moment before it
        assertThat(stage.store.change("update acts set state = 'intended', sent_at = null where invocation_id in ("
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

    private void endedWhileNobodyWasThere() throws IOException {
        var passing = petition("passing").asked().approve(BOB).stands("1 of 2");
        var failing = petition("failing").asked().approve(BOB).stands("1 of 2");
        var expiring = petition("expiring").asked().approve(BOB).stands("1 of 2");
        for (var each : List.of(passing, failing)) {
            each.approve(CAROL).stands("is on its way to");
        }
        bot.untilAllIsDone();
        bot.kill();
        stage.semaphore.finish(passing.deploy());
        stage.semaphore.failJob(failing.deploy(), "Deploy", "rollout", 1, "boom\n");
        var minuteAgo = "current_timestamp - interval '1' minute";
        assertThat(stage.store.change(
                        "update approval_request set expires_at = " + minuteAgo + " where project = 'expiring'"))
                .isOne();
        assertThat(stage.store.change("update watches set next_look = " + minuteAgo
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

    /** What Bob and Carol agreed to is promoted once, and its card follows the deploy and names everybody in the end. */
    private void goesAndIsFollowed(Petition petition) {
        petition.stands("is on its way to");
        stage.semaphore.finish(petition.deploy());
        isDeployed(petition);
    }

    private void isDeployed(Petition petition) {
        petition.stands("*" + petition.name + "* is on *production*, deployed").isOver();
        assertThat(petition.card().text()).contains("Asked by Alice, approved by Bob and Carol.");
        assertThat(petition.promoted()).as(petition.name).isOne();
        owes(petition, "request Alice done", "vote Bob done", "vote Carol done", "act Carol done");
    }

    private void isRejected(Petition petition) {
        petition.stands("rejected by", "it rains").isOver();
        assertThat(petition.card().text()).startsWith("Carol rejected");
        assertThat(petition.promoted()).as(petition.name).isZero();
        owes(petition, "request Alice done", "act Carol refused");
    }

    private void owes(Petition petition, String... rows) {
        Stream.of(rows).map(row -> petition.name + " " + row).forEach(owed::add);
    }

    /** The bot that was killed has left its socket behind; nobody listens there. */
    private void theLedgerHasEachOnce() throws IOException {
        bot.untilAllIsDone();
        assertThat(rows()).containsExactlyInAnyOrderElementsOf(owed);
        bot.kill();
        // and one for the file of rules
        assertThat(audit("verify")).contains("as it was written: " + (owed.size() + 1) + " rows");
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
            var name = petitions.values().stream()
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
        var audit = Child.start(folder, Map.of("DATABASE_URL", stage.store.url), "audit", what);
        assertThat(audit.exitCode(AT_MOST)).as(audit.out() + audit.err()).isZero();
        return audit.out();
    }

    private int count(String rows) {
        return Integer.parseInt(
                stage.store.column("select count(*) from " + rows).get(0));
    }

    private void slackShowsNothing() {
        stage.slack.faults().always(POST, new Http(503));
        stage.slack.faults().always(UPDATE, new Http(503));
    }

    /** Slack was asked to show something in its channel, so that what changed is written down. */
    private boolean wasToBeShown(Petition petition, int before) {
        return isToldOf(petition, before) || isAskedFor(UPDATE, petition, before);
    }

    private boolean isToldOf(Petition petition, int before) {
        return isAskedFor(POST, petition, before);
    }

    private boolean isAskedFor(String method, Petition petition, int before) {
        return stage.slack.calls().stream()
                .skip(before)
                .anyMatch(call -> call.method().equals(method) && petition.channel.equals(call.channel()));
    }

    private void killWhen(Callable<Boolean> due) {
        await().atMost(AT_MOST).pollInterval(Duration.ofMillis(20)).until(due);
        bot.kill();
    }

    private void restart() throws IOException {
        stage.semaphore.heal();
        stage.slack.faults().none();
        bot = stage.start();
    }
}
