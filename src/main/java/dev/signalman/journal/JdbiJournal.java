package dev.signalman.journal;

import dev.signalman.command.Command;
import dev.signalman.dispatch.Act;
import dev.signalman.dispatch.Carried;
import dev.signalman.dispatch.Claim;
import dev.signalman.dispatch.Entry;
import dev.signalman.dispatch.Journal;
import dev.signalman.dispatch.Ledger;
import dev.signalman.dispatch.Outcome;
import dev.signalman.dispatch.Painter;
import dev.signalman.storage.Database;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/** Keeps it in the database. Cards are drawn before the transaction, and shown after it. */
final class JdbiJournal implements Journal {
    private final Database database;
    private final InboxRows inbox;
    private final ActRows acts;
    private final Sections sections;
    private final WantedCards cards;
    private final Presses presses;
    private final FollowUps followUps;
    private final WatchRows watches;
    private final OutcomeWriter outcomes;
    private final Ledger ledger;
    private final Painter painter;
    private final Wording wording;
    private final Everywhere everywhere;
    private final HandOver handOver;
    private final InstantSource clock;

    @Inject
    JdbiJournal(
            Database database,
            InboxRows inbox,
            ActRows acts,
            Sections sections,
            WantedCards cards,
            Presses presses,
            FollowUps followUps,
            WatchRows watches,
            OutcomeWriter outcomes,
            Ledger ledger,
            Painter painter,
            Wording wording,
            Everywhere everywhere,
            HandOver handOver,
            InstantSource clock) {
        this.database = database;
        this.inbox = inbox;
        this.acts = acts;
        this.sections = sections;
        this.cards = cards;
        this.presses = presses;
        this.followUps = followUps;
        this.watches = watches;
        this.outcomes = outcomes;
        this.ledger = ledger;
        this.painter = painter;
        this.wording = wording;
        this.everywhere = everywhere;
        this.handOver = handOver;
        this.clock = clock;
    }

    @Override
    public void conclude(Claim claim, Outcome outcome) {
        var invocation = claim.invocation();
        var sheets = Sheet.draw(painter, invocation, "concluded", outcome.deliveries(), everywhere);
        // rows mean that the press took effect, so its button stays gone
        var tookEffect = !outcome.rows().isEmpty();
        commit(handle -> {
            var after = new AfterCommit();
            inbox.finish(handle, invocation.id());
            if (invocation.origin().press() != null && !tookEffect) {
                presses.rearm(handle, invocation.id(), after);
            }
            outcomes.write(handle, invocation, "concluded", outcome, sheets, after);
            return after;
        });
    }

    @Override
    public Act intend(Claim claim, Command pinned, Outcome outcome, Set<String> known) {
        var invocation = claim.invocation();
        var act = new Act(
                Keys.token(invocation.id()), invocation.actor(), invocation.place(), clock.instant(), outcome.rules());
        var line = wording.print(pinned);
        var sheets = Sheet.draw(painter, invocation, "intended", outcome.deliveries(), everywhere);
        commit(handle -> {
            var after = new AfterCommit();
            inbox.hold(handle, claim);
            acts.intend(handle, invocation.id(), line, act);
            if (outcome.section() != null) {
                sections.enter(handle, outcome.section(), invocation.id(), known);
            }
            outcomes.write(handle, invocation, "intended", outcome, sheets, after);
            return after;
        });
        return act;
    }

    @Override
    public void sending(Claim claim, Act act) {
        commit(handle -> {
            inbox.hold(handle, claim);
            acts.sending(handle, claim.invocation().id());
            return new AfterCommit();
        });
    }

    @Override
    public void settle(Claim claim, Act act, Carried carried, Entry entry) {
        var invocation = claim.invocation();
        var sheets = Sheet.draw(painter, invocation, "settled", carried.deliveries(), everywhere);
        commit(handle -> {
            var after = new AfterCommit();
            inbox.finish(handle, invocation.id());
            acts.settle(handle, invocation.id(), carried);
            sections.leave(handle, invocation.id());
            if (invocation.origin().press() != null && carried.state() != Carried.State.DONE) {
                presses.rearm(handle, invocation.id(), after);
            }
            cards.write(handle, invocation, sheets, after);
            var next = carried.state() == Carried.State.DONE
                    ? presses.refreshing(handle, invocation, carried.followUps())
                    : carried.followUps();
            followUps.write(handle, invocation, "settled", next, after);
            watches.settled(handle, invocation.id());
            acts.kept(handle, invocation.id(), ledger.append(handle, List.of(entry)), entry.line());
            return after;
        });
    }

    @Override
    public void later(Claim claim, Duration wait) {
        commit(handle -> {
            inbox.later(handle, claim.invocation().id(), wait);
            return new AfterCommit();
        });
    }

    private void commit(Function<Handle, AfterCommit> work) {
        handOver.now(database.inTransaction(work::apply));
    }
}
