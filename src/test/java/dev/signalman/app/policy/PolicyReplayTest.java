package dev.signalman.app.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.AbstractModule;
import com.google.inject.Guice;
import dev.signalman.app.config.ConfigurationReader;
import dev.signalman.chat.People;
import dev.signalman.command.Grammar;
import dev.signalman.command.Promote;
import dev.signalman.command.Subject;
import dev.signalman.domain.Actor;
import dev.signalman.domain.Place;
import dev.signalman.feature.RowWriter;
import dev.signalman.feature.SimulatedTeam;
import dev.signalman.feature.approvals.ApprovalsModule;
import dev.signalman.feature.approvals.request.ApprovalRequest;
import dev.signalman.feature.approvals.request.ApprovalRequest.Cargo;
import dev.signalman.feature.approvals.request.ApprovalRequest.Change;
import dev.signalman.feature.approvals.request.ApprovalRequest.Fate;
import dev.signalman.feature.approvals.request.ApprovalRequest.HeldDeploy;
import dev.signalman.feature.approvals.request.ApprovalRequest.Ships;
import dev.signalman.feature.approvals.request.BrokenGlass;
import dev.signalman.feature.approvals.request.BrokenGlassStore;
import dev.signalman.feature.approvals.request.RequestState;
import dev.signalman.feature.approvals.request.RequestStore;
import dev.signalman.ruling.DeployStart;
import dev.signalman.ruling.Vote;
import dev.signalman.storage.Database;
import dev.signalman.storage.OnEachDatabase;
import dev.signalman.storage.TestDatabase;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Past requests under the present rules: which would end otherwise, on every database. */
@OnEachDatabase
final class PolicyReplayTest {
    private static final Instant TUESDAY = Instant.parse("2026-11-24T12:00:00Z");
    private static final Instant SATURDAY = Instant.parse("2026-11-28T12:00:00Z");
    private static final Actor ALICE = new Actor("U0ALICE", "Alice", "T0ACME");
    private static final Actor DAN = new Actor("U0DAN", "Dan", "T0ACME");
    private static final Vote BOBS = new Vote("U0BOB", "Bob", true);
    private static final Vote CAROLS = new Vote("U0CAROL", "Carol", true);
    private static final String RULE = """
            promotions:
              - name: production
                from: [.semaphore/semaphore.yml]
                approvals: 1
                approvers: [S0RELEASE]
            """;

    @TempDir
    private Path folder;

    private final Database database;
    private final RequestStore store;
    private final BrokenGlassStore glasses;
    private final SimulatedTeam team = new SimulatedTeam();
    private String out = "";

    PolicyReplayTest(TestDatabase kind) {
        database = kind.open(ApprovalsModule.MIGRATIONS);
        var stores = Guice.createInjector(new AbstractModule() {
            @Override
            protected void configure() {
                bind(Jdbi.class).toInstance(database.jdbi());
                bind(Grammar.class).toInstance(new Grammar(URI.create("https://acme.semaphoreci.com")));
                bind(InstantSource.class).toInstance(InstantSource.fixed(TUESDAY));
            }
        });
        store = stores.getInstance(RequestStore.class);
        glasses = stores.getInstance(BrokenGlassStore.class);
        team.joins("U0BOB", "S0RELEASE");
        team.joins("U0CAROL", "S0RELEASE");
        team.joins("U0DAN", "S0ONCALL");
    }

    @AfterEach
    void close() {
        database.close();
    }

    /** A request that ended; granted unless the state says otherwise. */
    private ApprovalRequest past(
            int number,
            RequestState state,
            Instant at,
            String ref,
            @Nullable BrokenGlass glass,
            @Nullable HeldDeploy held,
            Vote... votes) {
        var pipeline = "6ac4a0d3-3a27-4b3a-9a29-0e0e5a3c1f" + (10 + number);
        var requester = held == null ? ALICE : Actor.named(held.starter().name());
        var request = new ApprovalRequest(
                number,
                RequestState.WAITING,
                1,
                new Promote("production", Subject.pipeline(pipeline), Map.of("VERSION", "v2"), false, false, null),
                new Cargo("p1", "web", pipeline, ref, "9f1c2ab0000000000000000000000000000000ff", "x", "ann", null),
                requester,
                Place.channel("C0BUILDS"),
                Place.channel("C0BUILDS"),
                at.minus(Duration.ofHours(1)),
                at.plus(Duration.ofHours(3)),
                new Ships(null, null, 1, true, 0, false, List.of(new Change("x", "9f1c2ab", "ann"))),
                Fate.OPEN,
                List.of(),
                null,
                held);
        RowWriter.in(database.jdbi(), store.opening(request));
        for (var vote : votes) {
            RowWriter.in(database.jdbi(), store.voting(request, vote, null));
        }
        var granted = state == RequestState.DEPLOYED;
        var fate = granted ? Fate.granted("i1", at).went(null, null, at, "") : Fate.OPEN.ended(null, at, "");
        var ended = request.then(state, fate);
        RowWriter.in(database.jdbi(), store.changing(request, ended));
        if (glass != null) {
            RowWriter.in(database.jdbi(), glasses.breaking(number, glass));
        }
        return ended;
    }

    private void deployed(int number, Instant at, Vote... votes) {
        past(number, RequestState.DEPLOYED, at, "refs/heads/main", null, null, votes);
    }

    private int replay(String rules) throws Exception {
        return replay(rules, team, TUESDAY.minus(Duration.ofDays(90)));
    }

    private int replay(String rules, @Nullable People slack, Instant since) throws Exception {
        var file = Files.writeString(folder.resolve("signalman.yml"), rules);
        var printed = new StringWriter();
        int code = PolicyReplayReport.print(
                ConfigurationReader.rules(file), database.jdbi(), slack, since, new PrintWriter(printed, true));
        out = printed.toString();
        return code;
    }

    @Test
    void underTheSameRulesTheyEndTheSame() throws Exception {
        deployed(1, TUESDAY, BOBS);
        past(2, RequestState.EXPIRED, TUESDAY, "refs/heads/main", null, null);
        past(3, RequestState.REJECTED, TUESDAY, "refs/heads/main", null, null, new Vote("U0BOB", "Bob", false));

        assertThat(replay(RULE)).as(out).isZero();
        assertThat(out)
                .startsWith("3 requests decided since 2026-08-26 12:00 UTC: 3 end the same, 0 otherwise.\n")
                .contains("Groups have the members that Slack names now.")
                .contains("Not recorded, so taken as met: the file that a pipeline ran (from)");
    }

    @Test
    void aStricterRuleIsToldWithWhatIsMissing() throws Exception {
        deployed(1, TUESDAY, BOBS);
        deployed(2, TUESDAY, BOBS, CAROLS);

        assertThat(replay(RULE.replace("approvals: 1", "approvals: 2"))).isOne();
        assertThat(out)
                .contains(
                        "#1 web to production, 9f1c2ab on main, granted 2026-11-24 12:00 UTC: would need more approvals\n"
                                + "     not met: Approvals: 1 of 2, by Bob")
                .doesNotContain("#2 ")
                .contains("2 requests decided since 2026-08-26 12:00 UTC: 1 ends the same, 1 otherwise.");
    }

    @Test
    void aLaxerRuleLetsThroughWhatExpired() throws Exception {
        past(1, RequestState.EXPIRED, TUESDAY, "refs/heads/main", null, null, BOBS);

        assertThat(replay(RULE)).isOne();
        assertThat(out)
                .contains("#1 web to production, 9f1c2ab on main, expired 2026-11-24 12:00 UTC: would be granted");
    }

    @Test
    void eachIsJudgedAtTheTimeWhenItWasDecided() throws Exception {
        deployed(1, TUESDAY, BOBS);
        deployed(2, SATURDAY, BOBS);

        assertThat(
                        replay(
                                RULE
                                        + "    freeze: [{cron: \"0 0 16 * * FRI\", for: PT64H, zone: Europe/Belgrade, reason: weekend}]"))
                .isOne();
        assertThat(out).contains("#2 ", "would have to wait", "weekend").doesNotContain("#1 ");
    }

    @Test
    void branchesAndParametersAreThoseOfTheRequest() throws Exception {
        deployed(1, TUESDAY, BOBS);
        past(2, RequestState.DEPLOYED, TUESDAY, "refs/tags/v1", null, null, BOBS);

        assertThat(replay(RULE + "    branches: [main]")).isOne();
        assertThat(out).contains("#2 ", "9f1c2ab on tag v1", "would be refused").doesNotContain("#1 ");
        assertThat(replay(RULE + "    parameters: [{name: REGION, required: true}]"))
                .isOne();
        assertThat(out).contains("production has no parameter VERSION", "needs a value for REGION");
    }

    @Test
    void groupsHaveTheMembersThatTheyHaveNow() throws Exception {
        deployed(1, TUESDAY, BOBS);

        assertThat(replay(RULE.replace("S0RELEASE", "S0OTHERS"))).isOne();
        assertThat(out).contains("would need more approvals");
        assertThat(replay(RULE.replace("S0RELEASE", SimulatedTeam.SILENT_GROUP)))
                .as(out)
                .isZero();
        assertThat(out).contains("#1 ", "can't tell", "Slack didn't confirm that Bob can approve", "1 unclear");
        assertThat(replay(RULE, null, TUESDAY.minus(Duration.ofDays(1)))).isZero();
        assertThat(out).contains("1 unclear", "Slack wasn't asked who is in which group");
    }

    @Test
    void pushersAreKnownByTheAddressesOfTheirLogins() throws Exception {
        deployed(1, TUESDAY, BOBS);

        assertThat(replay(RULE + "    not_by: [author]")).isZero();
        assertThat(out).contains("can't tell", "I can't match these to a Slack account: ann");
        database.jdbi()
                .useHandle(handle -> handle.execute(
                        "INSERT INTO pusher_address (login, email) VALUES ('ann', 'u0bob@acme.example')"));
        assertThat(replay(RULE + "    not_by: [author]")).isOne();
        assertThat(out).contains("would need more approvals");
    }

    @Test
    void aBrokenGlassIsJudgedAsOne() throws Exception {
        var glass = BrokenGlass.broken(DAN, "the shop is down", TUESDAY, List.of("S0RELEASE"));
        past(1, RequestState.DEPLOYED, TUESDAY, "refs/heads/main", glass, null);

        assertThat(replay(RULE + "    break_glass: [S0ONCALL]")).as(out).isZero();
        assertThat(replay(RULE)).isOne();
        assertThat(out).contains("Nobody can break glass here");
    }

    @Test
    void aDeployThatWaitedAtTheGateIsJudgedAsOne() throws Exception {
        var starter = new DeployStart.Starter("Dan", "Dan started it outside Signalman", List.of("U0DAN"), true);
        var held = new HeldDeploy("d1", "w1", ".semaphore/production.yml", starter);
        past(1, RequestState.DEPLOYED, TUESDAY, "refs/heads/main", null, held, BOBS);
        var rule = RULE + "    pipeline_files: [.semaphore/production.yml]\n";

        assertThat(replay(rule + "    gate: true")).as(out).isZero();
        assertThat(replay(rule)).isOne();
        assertThat(out).contains("No rule with \"gate: true\" covers .semaphore/production.yml");
    }

    @Test
    void whatNoRuleEndedAndWhatIsOlderIsLeftOut() throws Exception {
        past(1, RequestState.WITHDRAWN, TUESDAY, "refs/heads/main", null, null, BOBS);
        past(2, RequestState.OVERTAKEN, TUESDAY, "refs/heads/main", null, null, BOBS);
        deployed(3, TUESDAY, BOBS);

        assertThat(replay(RULE.replace("approvals: 1", "approvals: 2"), team, TUESDAY))
                .isZero();
        assertThat(out).startsWith("0 requests decided since 2026-11-24 12:00 UTC: 0 end the same, 0 otherwise.");
        assertThat(replay(RULE.replace("approvals: 1", "approvals: 2"))).isOne();
        assertThat(out).contains("#3 ").doesNotContain("#1 ", "#2 ");
    }
}
