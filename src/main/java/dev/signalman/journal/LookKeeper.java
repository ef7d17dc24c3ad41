package dev.signalman.journal;

import dev.signalman.dispatch.Invocation;
import dev.signalman.dispatch.Look;
import dev.signalman.dispatch.Origin;
import dev.signalman.dispatch.Outcome;
import dev.signalman.dispatch.Painter;
import dev.signalman.dispatch.Watched;
import dev.signalman.domain.Actor;
import dev.signalman.domain.Place;
import dev.signalman.storage.Database;
import jakarta.inject.Inject;
import java.time.InstantSource;

/** Writes down what a look found: cards, rows and what follows, in the one transaction that also lets go of the watch. */
final class LookKeeper {

    private final Database database;
    private final WatchRows rows;
    private final WantedCards cards;
    private final FollowUps followUps;
    private final Painter painter;
    private final Everywhere everywhere;
    private final HandOver handOver;
    private final InstantSource clock;

    @Inject
    LookKeeper(
            Database database,
            WatchRows rows,
            WantedCards cards,
            FollowUps followUps,
            Painter painter,
            Everywhere everywhere,
            HandOver handOver,
            InstantSource clock) {
        this.database = database;
        this.rows = rows;
        this.cards = cards;
        this.followUps = followUps;
        this.painter = painter;
        this.everywhere = everywhere;
        this.handOver = handOver;
        this.clock = clock;
    }

    void keep(Watched watched, Look look) {
        if (look instanceof Look.Changed changed) {
            keep(watched, look, changed.seen(), changed.outcome());
        } else if (look instanceof Look.Done done) {
            keep(watched, look, done.seen(), done.outcome());
        } else {
            database.inTransaction(handle -> {
                rows.release(handle, watched, look);
                return true;
            });
        }
    }

    private void keep(Watched watched, Look look, String seen, Outcome outcome) {
        // what follows has an id that is made of what was seen, so that it follows once however often that is written
        // down
        var id = "watch:" + watched.kind() + ":" + watched.id() + ":" + seen;
        var because =
                new Invocation(id, Actor.NOBODY, Place.channel(""), "", new Origin.Itself(id), clock.instant(), null);
        var drawn = Sheet.draw(painter, because, "looked", outcome.deliveries(), everywhere);
        var older = look instanceof Look.Changed changed && changed.merelyOlder();
        var sheets = older ? drawn.stream().map(Sheet::merelyOlder).toList() : drawn;
        handOver.now(database.inTransaction(handle -> {
            var after = new AfterCommit();
            rows.release(handle, watched, look);
            outcome.rows().forEach(row -> row.write(handle));
            cards.write(handle, because, sheets, after);
            followUps.write(handle, because, "looked", outcome.followUps(), after);
            return after;
        }));
    }
}
