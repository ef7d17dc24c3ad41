package dev.signalman.journal;

import dev.signalman.dispatch.FollowUp;
import dev.signalman.dispatch.Invocation;
import dev.signalman.dispatch.Origin;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Turns follow-ups into invocations that are due now or later. */
final class FollowUps {
    private final InboxStore inbox;
    private final LineClassifier lineClassifier;
    private final WorkerPool workerPool;
    private final BotTempo tempo;
    private final InstantSource clock;

    @Inject
    FollowUps(
            InboxStore inbox,
            LineClassifier lineClassifier,
            WorkerPool workerPool,
            BotTempo tempo,
            InstantSource clock) {
        this.inbox = inbox;
        this.lineClassifier = lineClassifier;
        this.workerPool = workerPool;
        this.tempo = tempo;
        this.clock = clock;
    }

    void write(Handle handle, Invocation because, String phase, List<FollowUp> followUps, AfterCommit after) {
        var now = clock.instant();
        for (int n = 0; n < followUps.size(); n++) {
            var followUp = followUps.get(n);
            var invocation = new Invocation(
                    DerivedIds.made(because.id(), phase, n),
                    because.actor(),
                    followUp.place(),
                    lineClassifier.print(followUp.command()),
                    new Origin.Itself(because.id()),
                    now,
                    because.responseUrl());
            var mine = followUp.delay().isZero() && workerPool.room() > 0;
            inbox.add(handle, invocation, now.plus(tempo.of(followUp.delay())), mine);
            if (mine) {
                after.invocations.add(invocation);
            }
        }
    }
}
