package dev.signalman.journal;

import dev.signalman.dispatch.Intake;
import dev.signalman.dispatch.Invocation;
import dev.signalman.dispatch.NotTakenException;
import dev.signalman.dispatch.Origin;
import dev.signalman.storage.Database;
import jakarta.inject.Inject;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes an invocation in with one short transaction: its row, and the buttons off the card it was pressed on. */
final class JdbiIntake implements Intake {
    private static final Logger LOG = LoggerFactory.getLogger(JdbiIntake.class);

    private final Database database;
    private final InboxRows inbox;
    private final Presses presses;
    private final Wording wording;
    private final Workers workers;
    private final HandOver handOver;
    private final Disowned disowned;
    private final JournalMeter meter;

    @Inject
    JdbiIntake(
            Database database,
            InboxRows inbox,
            Presses presses,
            Wording wording,
            Workers workers,
            HandOver handOver,
            Disowned disowned,
            JournalMeter meter) {
        this.database = database;
        this.inbox = inbox;
        this.presses = presses;
        this.wording = wording;
        this.workers = workers;
        this.handOver = handOver;
        this.disowned = disowned;
        this.meter = meter;
    }

    @Override
    public Taking take(Invocation invocation) {
        var acting =
                Optional.ofNullable(invocation.origin().press()).filter(press -> wording.disarms(invocation.line()));
        Step step;
        try {
            step = database.inTransaction(handle -> {
                var after = new AfterCommit();
                var mine = workers.hasRoomFor(invocation);
                if (!inbox.add(handle, invocation, invocation.taken(), mine)) {
                    return new Step(Taking.REPEATED, after);
                }
                if (acting.isPresent() && !presses.disarm(handle, invocation, acting.get(), after)) {
                    handle.rollback();
                    return new Step(Taking.TOO_LATE, after);
                }
                if (mine) {
                    after.invocations.add(invocation);
                }
                return new Step(Taking.NEW, after);
            });
        } catch (RuntimeException failed) {
            LOG.warn("Not taken: {}", invocation.id(), failed);
            if (!(invocation.origin() instanceof Origin.Itself)) {
                disowned.add(
                        invocation.id()); // a hint was refused to nobody who would be surprised by what comes of it
            }
            meter.notTaken();
            throw new NotTakenException(failed);
        }
        if (step.taking() == Taking.REPEATED) {
            disowned.forget(invocation.id());
        } else if (step.taking() == Taking.NEW) {
            meter.taken();
        }
        handOver.now(step.after());
        return step.taking();
    }

    private record Step(Taking taking, AfterCommit after) {}
}
