package dev.signalman.journal;

import dev.signalman.dispatch.Act;
import dev.signalman.dispatch.Invocation;
import dev.signalman.dispatch.Look;
import dev.signalman.dispatch.Origin;
import dev.signalman.dispatch.Outcome;
import dev.signalman.dispatch.Painter;
import dev.signalman.dispatch.Watched;
import dev.signalman.storage.Database;
import jakarta.inject.Inject;
import java.time.InstantSource;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Writes down what a look found: cards, rows, an act and what follows, in the one transaction that also lets go of the watch. An act is
 * carried out by a worker like any other, as an invocation that intended it already.
 */
final class LookKeeper {
    private final Database database;
    private final WatchRows rows;
    private final InboxRows inbox;
    private final ActRows acts;
    private final OutcomeWriter outcomes;
    private final Painter painter;
    private final Wording wording;
    private final Everywhere everywhere;
    private final HandOver handOver;
    private final InstantSource clock;

    @Inject
    LookKeeper(
            Database database,
            WatchRows rows,
            InboxRows inbox,
            ActRows acts,
            OutcomeWriter outcomes,
            Painter painter,
            Wording wording,
            Everywhere everywhere,
            HandOver handOver,
            InstantSource clock) {
        this.database = database;
        this.rows = rows;
        this.inbox = inbox;
        this.acts = acts;
        this.outcomes = outcomes;
        this.painter = painter;
        this.wording = wording;
        this.everywhere = everywhere;
        this.handOver = handOver;
        this.clock = clock;
    }

    void keep(Watched watched, Look look) {
        if (look instanceof Look.Changed changed) {
            keep(watched, look, changed.seen(), changed.outcome());
        } else if (look instanceof Look.Done done) {
            keep(watched, look, done.seen(), done.outcome());
        } else if (look instanceof Look.Over over) {
            keep(watched, look, "over at " + watched.due(), over.outcome());
        } else {
            throw new IllegalArgumentException("Nothing is written down of " + look);
        }
    }

    private void keep(Watched watched, Look look, String seen, Outcome outcome) {
        // what follows has an id that is made of what was seen, so that it follows once however often that is written
        // down
        var id = watched.act(seen);
        var pinned = outcome.act();
        var because = new Invocation(
                id,
                watched.waking().by(),
                watched.waking().place(),
                pinned == null ? "" : wording.print(pinned),
                new Origin.Itself(id),
                clock.instant(),
                null);
        var drawn = Sheet.draw(painter, because, "looked", outcome.deliveries(), everywhere);
        var older = look instanceof Look.Changed changed && changed.merelyOlder();
        var sheets = older ? drawn.stream().map(Sheet::merelyOlder).toList() : drawn;
        handOver.now(database.inTransaction(handle -> {
            var after = new AfterCommit();
            rows.release(handle, watched, look);
            if (pinned != null) {
                intend(handle, because, outcome.rules());
            }
            outcomes.write(handle, because, "looked", outcome, sheets, after);
            return after;
        }));
    }

    private void intend(Handle handle, Invocation acting, @Nullable String rules) {
        if (!inbox.add(handle, acting, acting.taken(), false)) {
            throw new IllegalStateException(acting.id() + " acted before");
        }
        acts.intend(
                handle,
                acting.id(),
                acting.line(),
                new Act(Keys.token(acting.id()), acting.actor(), acting.place(), acting.taken(), rules));
    }
}
