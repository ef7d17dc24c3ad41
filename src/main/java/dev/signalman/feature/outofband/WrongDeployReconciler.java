package dev.signalman.feature.outofband;

import dev.signalman.card.Button;
import dev.signalman.card.CardActions;
import dev.signalman.card.Symbol;
import dev.signalman.card.Text;
import dev.signalman.card.TextCard;
import dev.signalman.command.Stop;
import dev.signalman.command.StopWrongDeploy;
import dev.signalman.command.Subject;
import dev.signalman.dispatch.Delivery;
import dev.signalman.dispatch.Outcome;
import dev.signalman.dispatch.ReconcileKey;
import dev.signalman.dispatch.ReconcileResult;
import dev.signalman.dispatch.Reconciler;
import dev.signalman.dispatch.RetrySchedule;
import dev.signalman.domain.PipelineState;
import dev.signalman.domain.Place;
import dev.signalman.semaphore.Semaphore;
import dev.signalman.semaphore.SemaphoreException;
import dev.signalman.subject.SemaphoreLinks;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stops a deploy that started a different file than the rules allow. It tries until the pipeline stops, for at most a day,
 * and asks people for help after some tries. The place of the wake is where they read about the deploy.
 */
final class WrongDeployReconciler implements Reconciler {
    private static final Logger LOG = LoggerFactory.getLogger(WrongDeployReconciler.class);
    private static final int TRIES_BEFORE_HELP = 5;
    private static final int QUICK_TRIES = 10;
    private static final Duration LATER = Duration.ofMinutes(10);
    private static final Duration LONGEST = Duration.ofDays(1);

    private final Semaphore semaphore;
    private final SemaphoreLinks links;
    private final InstantSource clock;

    @Inject
    WrongDeployReconciler(Semaphore semaphore, SemaphoreLinks links, InstantSource clock) {
        this.semaphore = semaphore;
        this.links = links;
        this.clock = clock;
    }

    /**
     * What the key remembers, such as {@code 3 2026-11-30T16:56:00Z}.
     *
     * @param next before then the deploy is not stopped again, although the settled act wakes the key
     */
    private record Tries(int count, Instant next) {
        static Tries read(String seen) {
            var parts = seen.split(" ", 2);
            return new Tries(
                    seen.isEmpty() ? 0 : Integer.parseInt(parts[0]),
                    parts.length < 2 ? Instant.EPOCH : Instant.parse(parts[1]));
        }

        Tries oneMore(Instant now) {
            return new Tries(count + 1, now.plus(count < QUICK_TRIES ? RetrySchedule.BACKGROUND.after(count) : LATER));
        }

        @Override
        public String toString() {
            return count + " " + next;
        }
    }

    @Override
    public ReconcileKey.Kind kind() {
        return ReconcileKey.Kind.WRONG_DEPLOY;
    }

    @Override
    public ReconcileResult reconcile(ReconcileKey key) {
        var now = clock.instant();
        var tries = Tries.read(key.seen());
        var act = Outcome.nothing();
        var deploy = Text.of("the deploy ").code(key.id());
        try {
            var pipeline = semaphore.pipelines().describe(key.id());
            if (pipeline.done() || pipeline.state() == PipelineState.STOPPING) {
                return new ReconcileResult.Over();
            }
            act = Outcome.act(new StopWrongDeploy(key.id()));
            deploy = Text.of("this ").link("deploy of " + pipeline.shortCommit(), links.pipeline(pipeline));
        } catch (SemaphoreException silent) {
            LOG.info("Deploy {} can't be read: {}", key.id(), silent.kind());
        }
        if (key.age(now).compareTo(LONGEST) > 0) {
            LOG.error(
                    "Deploy {} started a different file than the rules allow and did not stop within a day", key.id());
            return new ReconcileResult.Over();
        }
        if (now.isBefore(tries.next())) {
            return new ReconcileResult.Asleep(tries.next());
        }
        var more = tries.oneMore(now);
        if (more.count() == TRIES_BEFORE_HELP) {
            LOG.warn("Deploy {} doesn't stop; stop it in Semaphore", key.id());
            act = asksForHelp(key, deploy, act);
        }
        return ReconcileResult.changed(more.toString(), act, Duration.between(now, more.next()));
    }

    private static Outcome asksForHelp(ReconcileKey key, Text deploy, Outcome outcome) {
        var place = key.waking().place();
        if (place.equals(Place.NOWHERE)) {
            return outcome;
        }
        var line = Text.empty()
                .symbol(Symbol.WARNING)
                .plain("Semaphore doesn't stop ")
                .text(deploy)
                .plain(", which runs a different file than the rules allow. Stop it there; I keep trying.");
        return outcome.saying(new Delivery.ToPlace(
                place,
                new TextCard(
                        line.spoken(),
                        List.of(line),
                        List.of(),
                        CardActions.of(Button.of("Stop the deploy", new Stop(Subject.pipeline(key.id())))))));
    }
}
