package dev.signalman.dispatch;

import dev.signalman.command.Announce;
import dev.signalman.command.Command;
import dev.signalman.command.Grammar;
import dev.signalman.command.Summarise;
import dev.signalman.domain.Actor;
import dev.signalman.domain.Place;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Takes in what says that a pipeline may have changed. Nothing in a hint is believed but the pipeline's id, under which the
 * pipeline is read afresh. A hint comes from nobody and from nowhere: its actor's id and its channel are empty.
 */
public final class HintIntake {
    /** What ended longer ago when it was found was missed because of an outage, and not because a notification got lost. */
    public static final Duration MISSED = Duration.ofMinutes(15);

    private final Intake intake;
    private final Grammar grammar;
    private final InstantSource clock;

    /** Nothing is taken yet. */
    @Inject
    public HintIntake(Intake intake, Grammar grammar, InstantSource clock) {
        this.intake = intake;
        this.grammar = grammar;
        this.clock = clock;
    }

    /**
     * Records a hint, unless one of this id was recorded in the last seven days.
     *
     * @param id the same for the same hint given twice; it shares its room with the ids of all invocations, so it begins with a word of
     *     its source, e.g. {@code webhook:}
     * @throws IntakeFailedException when it cannot be recorded; then nothing was
     */
    public Intake.Taking take(String id, String pipelineId) {
        return take(id, pipelineId, null);
    }

    /**
     * The same with what a notification alone tells.
     *
     * @param author the sender's e-mail address, which is kept with the hint and shown nowhere; null where none is told
     */
    public Intake.Taking take(String id, String pipelineId, @Nullable String author) {
        return take(id, new Announce(pipelineId, author));
    }

    /**
     * The same of whoever looked for what no notification told of, and found it. What is much and late is told by
     * {@link #takeMany} instead, so nobody has to wait for that.
     */
    public Intake.Taking takeFound(String id, String pipelineId) {
        return take(id, new Announce(pipelineId, null).afterWaiting());
    }

    /**
     * Records that more ended in some projects than anybody wants to be shown one by one.
     *
     * @param id as that of a hint
     * @throws IntakeFailedException when it cannot be recorded; then nothing was
     */
    public Intake.Taking takeMany(String id, List<Summarise.Span> missed) {
        return take(id, new Summarise(missed, 0));
    }

    private Intake.Taking take(String id, Command command) {
        var line = grammar.print(command);
        return intake.take(
                new Invocation(id, Actor.NOBODY, Place.NOWHERE, line, new Origin.Itself(id), clock.instant(), null));
    }
}
