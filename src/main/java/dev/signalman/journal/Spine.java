package dev.signalman.journal;

import dev.signalman.storage.Database;
import jakarta.inject.Inject;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts and stops what works on the journal. */
public final class Spine implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Spine.class);
    private static final Duration PICK_UP_EVERY = Duration.ofSeconds(5);
    private static final Duration LAST_LOOKS = Duration.ofSeconds(3);
    private static final Duration LAST_MESSAGES = Duration.ofSeconds(5);

    private final Database database;
    private final Heart heart;
    private final Sweep sweep;
    private final Workers workers;
    private final Pump pump;
    private final Marks marks;
    private final Watchman watchman;
    private final WatchRows watches;
    private final InboxRows inbox;
    private final Clockwork clockwork;
    private final Tempo tempo;

    @Inject
    Spine(
            Database database,
            Heart heart,
            Sweep sweep,
            Workers workers,
            Pump pump,
            Marks marks,
            Watchman watchman,
            WatchRows watches,
            InboxRows inbox,
            Clockwork clockwork,
            Tempo tempo) {
        this.database = database;
        this.heart = heart;
        this.sweep = sweep;
        this.workers = workers;
        this.pump = pump;
        this.marks = marks;
        this.watchman = watchman;
        this.watches = watches;
        this.inbox = inbox;
        this.clockwork = clockwork;
        this.tempo = tempo;
    }

    /** Begins to work on what is there and on what comes. */
    public void start() {
        heart.begin();
        marks.start();
        clockwork.every(Heart.EVERY, "beating", heart::beat);
        clockwork.every(tempo.of(Sweep.EVERY), "looking for due work", sweep::claimDue);
        clockwork.every(tempo.of(PICK_UP_EVERY), "picking up", sweep::pickUp);
        clockwork.every(tempo.of(Watchman.EVERY), "looking at what is watched", watchman::wake);
        clockwork.every(tempo.of(Pump.EVERY), "looking for cards to show", pump::wake);
    }

    /** Looks now for whatever is due, since the clock was moved. */
    public void wake() {
        clockwork.now("looking for due work", sweep::claimDue);
        clockwork.now("looking at what is watched", watchman::wake);
        clockwork.now("looking for cards to show", pump::wake);
    }

    /** Whether the database answers, within two seconds. */
    public boolean databaseAnswers() {
        return database.answers();
    }

    /**
     * Claims nothing more, lets what is being worked on come to its end within {@code most}, and gives the rest back, so that
     * another process or the next start takes it up at once.
     */
    public void drain(Duration most) throws InterruptedException {
        if (!workers.drain(most)) {
            LOG.warn("Not all work came to its end; the next start takes it up");
        }
        clockwork.stop();
        watchman.drain(LAST_LOOKS);
        pump.drain(LAST_MESSAGES);
        marks.stop();
        marks.join(LAST_MESSAGES);
        giveBack();
    }

    private void giveBack() {
        try {
            database.inTransaction(handle -> {
                inbox.giveBackAll(handle);
                watches.giveBackAll(handle);
                return true;
            });
            heart.stop();
        } catch (RuntimeException away) {
            LOG.warn("What is left could not be given back; it is free when this process is seen to be dead", away);
        }
    }

    /** Stops at once; what was not done is taken up by another process or the next start. */
    @Override
    public void close() {
        workers.stop();
        watchman.stop();
        clockwork.stop();
        pump.stop();
        marks.stop();
    }
}
