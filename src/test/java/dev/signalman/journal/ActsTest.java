package dev.signalman.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.signalman.command.ListProjects;
import dev.signalman.dispatch.Carried;
import dev.signalman.dispatch.Claim;
import dev.signalman.dispatch.Invocation;
import dev.signalman.dispatch.LostClaimException;
import dev.signalman.dispatch.Outcome;
import dev.signalman.storage.DatabaseAddress;
import dev.signalman.storage.OnEachDatabase;
import dev.signalman.storage.TestDatabase;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two instances, the first of which dies or is thought dead in each state of an act. */
@OnEachDatabase
class ActsTest {
    private final NotedMessenger slack = new NotedMessenger();
    private final MovedClock clock = new MovedClock();
    private final Station first;
    private final Station second;

    ActsTest(TestDatabase kind) {
        DatabaseAddress address = kind.migrated(JournalModule.MIGRATIONS);
        first = new Station(address, clock, slack);
        second = new Station(address, clock, slack);
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

    /** When something is due is written by the clock of whoever took it. */
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

    /** It slept, and claimed the row anew before the thread with the first claim went on. */
    @Test
    void whatAnotherPutAsideMeanwhileIsNotSentByTheFirstClaim() {
        var claim = claim(take("rerun web"));
        var act = first.journal().intend(claim, new ListProjects(), Outcome.nothing(), Set.of());
        firstDies();
        second.journal().later(takenOver(), Duration.ZERO);
        first.get(Heart.class).beat();
        first.get(Sweep.class).claimDue();
        var owner = first.get(Instance.class).id();
        assertThat(first.count("select count(*) from inbox where owner = '" + owner + "'"))
                .isOne();
        assertThatThrownBy(() -> first.journal().sending(claim, act)).isInstanceOf(LostClaimException.class);
    }

    @Test
    void whatALivingInstanceWorksOnIsLeftToIt() {
        take("rerun web");
        for (int beat = 0; beat < 10; beat++) {
            clock.pass(Heart.EVERY);
            first.get(Heart.class).beat();
            second.get(Heart.class).beat();
        }
        second.get(Sweep.class).claimDue();
        var owner = first.get(Instance.class).id();
        assertThat(second.count("select count(*) from inbox where owner = '" + owner + "'"))
                .isOne();
        assertThat(second.worked).isEmpty();
    }

    @Test
    void whoCouldNotBeatWhileNobodyCouldLookIsNotDead() {
        take("rerun web");
        second.get(Heart.class).beat();
        clock.pass(Duration.ofMinutes(1));
        second.get(Heart.class).beat();
        assertThat(second.count("select count(*) from instances")).isEqualTo(2);
        first.get(Heart.class).beat();
        second.looksOn();
        second.get(Sweep.class).claimDue();
        await().untilAsserted(
                        () -> assertThat(second.worked).as("it fell silent").hasSize(1));
    }

    @Test
    void aClockThatIsSetBackNeitherKillsTheLivingNorHidesTheDead() {
        take("rerun web");
        second.get(Heart.class).beat();
        clock.pass(Duration.ofHours(-1));
        second.get(Heart.class).beat();
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
        first.get(Pump.class).stop();
        var claim = claim(take("rerun web"));
        var act = first.journal().intend(claim, new ListProjects(), Outcome.nothing(), Set.of());
        first.journal().sending(claim, act);
        first.journal()
                .settle(
                        claim,
                        act,
                        Carried.done("Done", List.of(Said.toChannel("C1", "Rerun"), Said.toAsker("Yours")), List.of()),
                        Said.DONE);
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
        assertThatThrownBy(() -> first.journal().settle(claim, act, Carried.done("Done"), Said.DONE))
                .isInstanceOf(LostClaimException.class);
        assertThatThrownBy(() -> first.journal().conclude(claim, Outcome.deliver(Said.toAsker("Twice"))))
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
        second.get(Sweep.class).claimDue();
        assertThat(second.worked).isEmpty();
        clock.pass(Duration.ofSeconds(6));
        second.get(Sweep.class).claimDue();
        await().untilAsserted(() -> assertThat(second.worked).hasSize(1));
        assertThat(second.worked.get(0).attempts()).isOne();
    }

    @Test
    void nothingIsLeftOfWhatCouldNotBeRecordedWhole() {
        var claim = claim(take("status web"));
        var outcome = Outcome.deliver(Said.toAsker("Half")).with(handle -> {
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
        assertThatThrownBy(() -> first.journal().settle(claim, act, Carried.done("Done"), Said.DONE))
                .hasRootCauseMessage("the ledger is full");
        assertThat(first.count("select count(*) from acts where settled_at is not null"))
                .isZero();

        first.ledger.full = false;
        first.journal().settle(claim, act, Carried.done("Done"), Said.DONE);
        assertThat(first.ledger.entries).containsExactly(Said.DONE);
    }

    @Test
    void whatAHandlerSaysIsKeptInTheLedgerWithTheRest() {
        var outcome = Outcome.deliver(Said.toAsker("Voted")).recording(Said.DONE);
        first.ledger.full = true;
        var claim = claim(take("rerun web"));
        assertThatThrownBy(() -> first.journal().conclude(claim, outcome)).hasRootCauseMessage("the ledger is full");
        assertThat(first.count("select count(*) from cards")).isZero();

        first.ledger.full = false;
        first.journal().conclude(claim, outcome);
        assertThat(first.ledger.entries).containsExactly(Said.DONE);
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
        first.get(Sweep.class).claimDue();
        await().untilAsserted(() -> assertThat(first.worked).hasSize(2));
    }

    private Invocation take(String line) {
        var event = Said.typed("1", line, clock.instant());
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
        second.get(Sweep.class).claimDue();
        await().untilAsserted(() -> assertThat(second.worked).hasSize(1));
        return second.worked.get(0);
    }
}
