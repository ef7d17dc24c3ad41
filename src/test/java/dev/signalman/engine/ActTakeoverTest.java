package dev.signalman.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.signalman.command.ListProjects;
import dev.signalman.dispatch.ActResult;
import dev.signalman.dispatch.Claim;
import dev.signalman.dispatch.Invocation;
import dev.signalman.dispatch.LostClaimException;
import dev.signalman.dispatch.Outcome;
import dev.signalman.engine.cards.CardPublisher;
import dev.signalman.engine.intake.DueWorkPoller;
import dev.signalman.engine.lease.Heartbeat;
import dev.signalman.engine.lease.InstanceId;
import dev.signalman.storage.DatabaseAddress;
import dev.signalman.storage.OnEachDatabase;
import dev.signalman.storage.TestDatabase;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two instances, of which the first dies or seems dead in each state of an act. */
@OnEachDatabase
class ActTakeoverTest {
    private final RecordingMessenger slack = new RecordingMessenger();
    private final ManualClock clock = new ManualClock();
    private final InstanceFixture first;
    private final InstanceFixture second;

    ActTakeoverTest(TestDatabase kind) {
        DatabaseAddress address = kind.migrated(JournalModule.MIGRATIONS);
        first = new InstanceFixture(address, clock, slack);
        second = new InstanceFixture(address, clock, slack);
    }

    @AfterEach
    void close() {
        first.close();
        second.close();
    }

    @Test
    void whatADeadInstanceTookIsTakenUpByAnother() {
        var event = take("rerun web");
        firstDies();
        assertThat(takenOver()).isEqualTo(new Claim(event, null, 0));
    }

    /** Due times come from the clock of the instance that accepted the work. */
    @Test
    void whatADeadInstanceTookIsTakenUpAsSoonThoughItsClockWasAhead() {
        var event = take("rerun web");
        second.database
                .jdbi()
                .useHandle(handle -> handle.createUpdate("update inbox set due_at = :ahead")
                        .bind("ahead", clock.instant().plusSeconds(90))
                        .execute());
        firstDies();
        assertThat(takenOver()).isEqualTo(new Claim(event, null, 0));
    }

    /** It slept, and claimed the row again before the thread with the first claim continued. */
    @Test
    void whatAnotherPutAsideMeanwhileIsNotSentByTheFirstClaim() {
        var claim = claim(take("rerun web"));
        var act = first.journal().intend(claim, new ListProjects(), Outcome.nothing(), Set.of());
        firstDies();
        second.journal().later(takenOver(), Duration.ZERO);
        first.get(Heartbeat.class).beat();
        first.get(DueWorkPoller.class).claimDue();
        var owner = first.get(InstanceId.class).id();
        assertThat(first.count("select count(*) from inbox where owner = '" + owner + "'"))
                .isOne();
        assertThatThrownBy(() -> first.journal().sending(claim, act)).isInstanceOf(LostClaimException.class);
    }

    @Test
    void whatALivingInstanceWorksOnIsLeftToIt() {
        take("rerun web");
        for (int beat = 0; beat < 10; beat++) {
            clock.pass(Heartbeat.EVERY);
            first.get(Heartbeat.class).beat();
            second.get(Heartbeat.class).beat();
        }
        second.get(DueWorkPoller.class).claimDue();
        var owner = first.get(InstanceId.class).id();
        assertThat(second.count("select count(*) from inbox where owner = '" + owner + "'"))
                .isOne();
        assertThat(second.worked).isEmpty();
    }

    @Test
    void instanceIsNotDeclaredDeadAfterADatabaseOutage() {
        take("rerun web");
        second.get(Heartbeat.class).beat();
        clock.pass(Duration.ofMinutes(1));
        second.get(Heartbeat.class).beat();
        assertThat(second.count("select count(*) from instances")).isEqualTo(2);
        first.get(Heartbeat.class).beat();
        second.looksOn();
        second.get(DueWorkPoller.class).claimDue();
        await().untilAsserted(
                        () -> assertThat(second.worked).as("it fell silent").hasSize(1));
    }

    @Test
    void aClockThatIsSetBackNeitherKillsTheLivingNorHidesTheDead() {
        take("rerun web");
        second.get(Heartbeat.class).beat();
        clock.pass(Duration.ofHours(-1));
        second.get(Heartbeat.class).beat();
        assertThat(second.count("select count(*) from instances")).isEqualTo(2);
        second.looksOn();
        assertThat(second.count("select count(*) from instances")).isOne();
    }

    @Test
    void anIntendedActIsTakenOverAsNotSent() {
        var claim = claim(take("rerun web"));
        var act = first.journal().intend(claim, new ListProjects(), Outcome.nothing(), Set.of());
        firstDies();
        var pending = takenOver().pending();
        assertThat(pending).isEqualTo(new Claim.Pending(act, new ListProjects().toString(), false));
    }

    @Test
    void anActThatMayHaveBeenSentIsTakenOverAsSentWithTheSameToken() {
        var claim = claim(take("rerun web"));
        var act = first.journal().intend(claim, new ListProjects(), Outcome.nothing(), Set.of());
        first.journal().sending(claim, act);
        firstDies();
        assertThat(takenOver().pending()).isEqualTo(new Claim.Pending(act, new ListProjects().toString(), true));
    }

    @Test
    void whatWasSettledAndNotShownIsShownByAnotherAndNotDoneAgain() {
        first.get(CardPublisher.class).stop();
        var claim = claim(take("rerun web"));
        var act = first.journal().intend(claim, new ListProjects(), Outcome.nothing(), Set.of());
        first.journal().sending(claim, act);
        first.journal()
                .settle(
                        claim,
                        act,
                        ActResult.done(
                                "Done",
                                Outcome.deliver(
                                        SampleInvocations.toChannel("C1", "Rerun"),
                                        SampleInvocations.toAsker("Yours"))),
                        SampleInvocations.DONE);
        assertThat(slack.sent()).isEmpty();
        assertThat(second.count("select count(*) from acts where state = 'done' and settled_at is not null"))
                .isOne();
        firstDies();
        second.sweep();
        second.pump();
        await().untilAsserted(() ->
                assertThat(slack.sent()).containsExactlyInAnyOrder("post C1 Rerun", "respond https://hooks/1 Yours"));
        assertThat(second.worked).isEmpty();
    }

    @Test
    void anInstanceThatWasThoughtDeadCanDoNothingMoreToWhatWasTakenOver() {
        var claim = claim(take("rerun web"));
        var act = first.journal().intend(claim, new ListProjects(), Outcome.nothing(), Set.of());
        firstDies();
        takenOver();
        assertThatThrownBy(() -> first.journal().sending(claim, act)).isInstanceOf(LostClaimException.class);
        assertThatThrownBy(() -> first.journal().settle(claim, act, ActResult.done("Done"), SampleInvocations.DONE))
                .isInstanceOf(LostClaimException.class);
        assertThatThrownBy(() -> first.journal().conclude(claim, Outcome.deliver(SampleInvocations.toAsker("Twice"))))
                .isInstanceOf(LostClaimException.class);
        assertThatThrownBy(() -> first.journal().later(claim, Duration.ZERO)).isInstanceOf(LostClaimException.class);
        assertThat(second.count("select count(*) from cards")).isZero();
        assertThat(second.count("select count(*) from acts where state = 'intended'"))
                .isOne();
    }

    @Test
    void whatIsPutAsideIsTakenUpWhenItIsDueByWhoeverIsFree() {
        var claim = claim(take("rerun web"));
        first.journal().later(claim, Duration.ofSeconds(5));
        second.get(DueWorkPoller.class).claimDue();
        assertThat(second.worked).isEmpty();
        clock.pass(Duration.ofSeconds(6));
        second.get(DueWorkPoller.class).claimDue();
        await().untilAsserted(() -> assertThat(second.worked).hasSize(1));
        assertThat(second.worked.get(0).attempts()).isOne();
    }

    @Test
    void nothingIsLeftOfWhatCouldNotBeRecordedWhole() {
        var claim = claim(take("status web"));
        var outcome = Outcome.deliver(SampleInvocations.toAsker("Half")).with(handle -> {
            throw new IllegalStateException(new SQLException("the feature's table is full"));
        });
        assertThatThrownBy(() -> first.journal().conclude(claim, outcome))
                .hasRootCauseMessage("the feature's table is full");
        assertThat(first.count("select count(*) from cards")).isZero();
        assertThat(first.count("select count(*) from inbox where due_at is not null"))
                .isOne();
    }

    @Test
    void whatWasDoneIsKeptInTheLedgerOrNotRecordedAtAll() {
        var claim = claim(take("rerun web"));
        var act = first.journal()
                .intend(claim, new ListProjects(), Outcome.nothing().under("rules"), Set.of());
        assertThat(act.rules()).isEqualTo("rules");
        first.journal().sending(claim, act);
        first.ledger.full = true;
        assertThatThrownBy(() -> first.journal().settle(claim, act, ActResult.done("Done"), SampleInvocations.DONE))
                .hasRootCauseMessage("the ledger is full");
        assertThat(first.count("select count(*) from acts where settled_at is not null"))
                .isZero();

        first.ledger.full = false;
        first.journal().settle(claim, act, ActResult.done("Done"), SampleInvocations.DONE);
        assertThat(first.ledger.entries).containsExactly(SampleInvocations.DONE);
    }

    @Test
    void whatAHandlerSaysIsKeptInTheLedgerWithTheRest() {
        var outcome = Outcome.deliver(SampleInvocations.toAsker("Voted")).recording(SampleInvocations.DONE);
        first.ledger.full = true;
        var claim = claim(take("rerun web"));
        assertThatThrownBy(() -> first.journal().conclude(claim, outcome)).hasRootCauseMessage("the ledger is full");
        assertThat(first.count("select count(*) from cards")).isZero();

        first.ledger.full = false;
        first.journal().conclude(claim, outcome);
        assertThat(first.ledger.entries).containsExactly(SampleInvocations.DONE);
    }

    @Test
    void theRulesOfAnActOutliveTheProcess() {
        var claim = claim(take("rerun web"));
        first.journal().intend(claim, new ListProjects(), Outcome.nothing().under("rules"), Set.of());
        firstDies();
        assertThat(takenOver().pending())
                .extracting(pending -> pending.act().rules())
                .isEqualTo("rules");
    }

    @Test
    void workThatBreaksIsTriedAgain() {
        first.works(claim -> {
            throw new IllegalStateException("as told");
        });
        take("status web");
        await().untilAsserted(() -> assertThat(first.count("select count(*) from inbox where owner is null"))
                .isOne());
        clock.pass(Duration.ofSeconds(2));
        first.get(DueWorkPoller.class).claimDue();
        await().untilAsserted(() -> assertThat(first.worked).hasSize(2));
    }

    private Invocation take(String line) {
        var event = SampleInvocations.typed("1", line, clock.instant());
        first.intake().take(event);
        await().untilAsserted(() -> assertThat(first.worked).hasSize(1));
        return event;
    }

    private static Claim claim(Invocation event) {
        return new Claim(event, null, 0);
    }

    private void firstDies() {
        second.looksOn();
    }

    private Claim takenOver() {
        second.get(DueWorkPoller.class).claimDue();
        await().untilAsserted(() -> assertThat(second.worked).hasSize(1));
        return second.worked.get(0);
    }
}
