package dev.signalman.engine.intake;

import dev.signalman.dispatch.Intake;
import dev.signalman.dispatch.IntakeFailedException;
import dev.signalman.dispatch.Invocation;
import dev.signalman.dispatch.Origin;
import dev.signalman.engine.cards.CardDisarmer;
import dev.signalman.engine.inbox.InboxStore;
import dev.signalman.engine.inbox.LineClassifier;
import dev.signalman.engine.record.AfterCommit;
import dev.signalman.engine.record.AfterCommitHandoff;
import dev.signalman.engine.run.WorkerPool;
import dev.signalman.storage.Database;
import jakarta.inject.Inject;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Records an invocation in one short transaction, which also disarms the pressed card. */
public final class JdbiIntake implements Intake {
    private static final Logger LOG = LoggerFactory.getLogger(JdbiIntake.class);

    private final Database database;
    private final InboxStore inbox;
    private final CardDisarmer cardDisarmer;
    private final LineClassifier lineClassifier;
    private final WorkerPool workerPool;
    private final AfterCommitHandoff afterCommitHandoff;
    private final RejectedIntakes rejectedIntakes;
    private final IntakeMetrics meter;

    @Inject
    JdbiIntake(
            Database database,
            InboxStore inbox,
            CardDisarmer cardDisarmer,
            LineClassifier lineClassifier,
            WorkerPool workerPool,
            AfterCommitHandoff afterCommitHandoff,
            RejectedIntakes rejectedIntakes,
            IntakeMetrics meter) {
        this.database = database;
        this.inbox = inbox;
        this.cardDisarmer = cardDisarmer;
        this.lineClassifier = lineClassifier;
        this.workerPool = workerPool;
        this.afterCommitHandoff = afterCommitHandoff;
        this.rejectedIntakes = rejectedIntakes;
        this.meter = meter;
    }

    @Override
    public Taking take(Invocation invocation) {
        var acting = Optional.ofNullable(invocation.origin().press())
                .filter(press -> lineClassifier.disarms(invocation.line()));
        Step step;
        try {
            step = database.inTransaction(handle -> {
                var after = new AfterCommit();
                var mine = workerPool.hasRoomFor(invocation);
                if (!inbox.add(handle, invocation, invocation.taken(), mine)) {
                    return new Step(Taking.REPEATED, after);
                }
                if (acting.isPresent() && !cardDisarmer.disarm(handle, invocation, acting.get(), after.cards())) {
                    handle.rollback();
                    return new Step(Taking.TOO_LATE, after);
                }
                if (mine) {
                    after.invocations().add(invocation);
                }
                return new Step(Taking.NEW, after);
            });
        } catch (RuntimeException failed) {
            LOG.warn("{} was not taken: the database failed", invocation.id(), failed);
            if (!(invocation.origin() instanceof Origin.Itself)) {
                rejectedIntakes.add(invocation.id()); // no user waits for a hint, so a late commit is harmless
            }
            meter.notTaken();
            throw new IntakeFailedException(failed);
        }
        if (step.taking() == Taking.REPEATED) {
            rejectedIntakes.forget(invocation.id());
        } else if (step.taking() == Taking.NEW) {
            meter.taken();
        }
        afterCommitHandoff.now(step.after());
        return step.taking();
    }

    private record Step(Taking taking, AfterCommit after) {}
}
