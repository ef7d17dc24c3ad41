package dev.signalman.dispatch;

import dev.signalman.command.Announce;
import dev.signalman.command.Command;
import dev.signalman.command.Grammar;
import dev.signalman.command.Summarize;
import dev.signalman.domain.Actor;
import dev.signalman.domain.Place;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Records hints that a pipeline may have changed. Only the pipeline's id and the author's address are taken from a
 * hint; the pipeline itself is read from Semaphore. A hint has no actor and no channel: both ids are empty.
 */
public final class HintIntake {
    /**
     * A pipeline that ended longer ago than this when it was found was missed in an outage, not through a lost
     * notification.
     */
    public static final Duration MISSED = Duration.ofMinutes(15);

    private final Intake intake;
    private final Grammar grammar;
    private final InstantSource clock;

    /** Records nothing yet. */
    @Inject
    public HintIntake(Intake intake, Grammar grammar, InstantSource clock) {
        this.intake = intake;
        this.grammar = grammar;
        this.clock = clock;
    }

    /**
     * Records a hint, unless one of this id was recorded in the last seven days.
     *
     * @param id equal if a hint is delivered twice; unique among all invocations, so it begins with its source, e.g.
     *     {@code webhook:}
     * @throws IntakeFailedException when it cannot be recorded; nothing was stored
     */
    public Intake.Taking take(String id, String pipelineId) {
        return take(id, pipelineId, null);
    }

    /**
     * Records a hint from a notification, with its author.
     *
     * @param author the sender's e-mail address, which is stored with the hint and never shown; null for none
     */
    public Intake.Taking take(String id, String pipelineId, @Nullable String author) {
        return take(id, new Announce(pipelineId, author));
    }

    /**
     * Records a hint for a pipeline that was found without a notification. Use {@link #takeMany} for many late ones.
     */
    public Intake.Taking takeFound(String id, String pipelineId) {
        return take(id, new Announce(pipelineId, null).afterWaiting());
    }

    /**
     * Records that too many pipelines ended in some projects to show each.
     *
     * @param id like the id of a hint
     * @throws IntakeFailedException when it cannot be recorded; nothing was stored
     */
    public Intake.Taking takeMany(String id, List<Summarize.Span> missed) {
        return take(id, new Summarize(missed, 0));
    }

    private Intake.Taking take(String id, Command command) {
        var line = grammar.print(command);
        return intake.take(
                new Invocation(id, Actor.NOBODY, Place.NOWHERE, line, new Origin.Itself(id), clock.instant(), null));
    }
}
