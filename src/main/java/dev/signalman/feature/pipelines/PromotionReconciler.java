package dev.signalman.feature.pipelines;

import dev.signalman.card.CardActions;
import dev.signalman.card.Text;
import dev.signalman.card.TextCard;
import dev.signalman.command.Grammar;
import dev.signalman.command.Promote;
import dev.signalman.command.Subject;
import dev.signalman.dispatch.ActResult;
import dev.signalman.dispatch.Delivery;
import dev.signalman.dispatch.FailureCards;
import dev.signalman.dispatch.LedgerEntry;
import dev.signalman.dispatch.Outcome;
import dev.signalman.dispatch.PollIntervals;
import dev.signalman.dispatch.ReconcileKey;
import dev.signalman.dispatch.ReconcileResult;
import dev.signalman.dispatch.Reconciler;
import dev.signalman.dispatch.Wake;
import dev.signalman.domain.Pipeline;
import dev.signalman.domain.Place;
import dev.signalman.domain.Promotion;
import dev.signalman.port.KnownPromotions;
import dev.signalman.port.LinkedAccounts;
import dev.signalman.port.PipelineStartNotes;
import dev.signalman.port.SettledActs;
import dev.signalman.semaphore.Semaphore;
import dev.signalman.semaphore.SemaphoreException;
import dev.signalman.subject.TargetPromotionHistory;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Waits for the pipeline that a promotion by the bot starts, and shows it. The ledger already has the act as done; if
 * the promotion fails after all, the ledger gets one more entry. Even if instances die, it gets only one, since a key
 * ends once.
 */
final class PromotionReconciler implements Reconciler {
    private static final Duration OVERDUE = Duration.ofHours(1);
    private static final int CLOCKS_DIFFER_AFTER = 5;
    private static final int TRIES_BETWEEN_TARGETS = 5;

    private final Semaphore semaphore;
    private final SemaphorePipelineCardFactory cards;
    private final PipelineStartNotes startNotes;
    private final KnownPromotions known;
    private final DownstreamPipelines downstream;
    private final TargetPromotionHistory guarded;
    private final SettledActs acts;
    private final LinkedAccounts accounts;
    private final Grammar grammar;
    private final PollIntervals intervals;
    private final InstantSource clock;

    @Inject
    PromotionReconciler(
            Semaphore semaphore,
            SemaphorePipelineCardFactory cards,
            PipelineStartNotes startNotes,
            KnownPromotions known,
            DownstreamPipelines downstream,
            TargetPromotionHistory guarded,
            SettledActs acts,
            LinkedAccounts accounts,
            Grammar grammar,
            PollIntervals intervals,
            InstantSource clock) {
        this.semaphore = semaphore;
        this.cards = cards;
        this.startNotes = startNotes;
        this.known = known;
        this.downstream = downstream;
        this.guarded = guarded;
        this.acts = acts;
        this.accounts = accounts;
        this.grammar = grammar;
        this.intervals = intervals;
        this.clock = clock;
    }

    /**
     * A promotion that the bot asked for.
     *
     * @param since when it was asked for, in whole milliseconds, which is Semaphore's precision
     * @param tries how often its pipeline was looked up before
     */
    private record Asked(ReconcileKey key, SettledActs.Kept act, Promote promote, Instant since, int tries) {
        String name() {
            return promote.promotion();
        }

        String parentId() {
            return ((Subject.Id) promote.subject()).id();
        }

        Place place() {
            return key.waking().place();
        }

        /** Who promoted to what, and why. */
        String reason() {
            return key.waking().note();
        }
    }

    @Override
    public ReconcileKey.Kind kind() {
        return ReconcileKey.Kind.PROMOTION;
    }

    @Override
    public ReconcileResult reconcile(ReconcileKey key) {
        var act = acts.kept(key.id()).orElse(null);
        if (act == null || !(grammar.readOwn(act.line()) instanceof Promote promote)) {
            return new ReconcileResult.Over(); // the act expired
        }
        var first = key.seen().isEmpty() && key.failures() == 0;
        var asked = new Asked(
                key, act, promote, act.intended().truncatedTo(ChronoUnit.MILLIS), first ? 0 : key.failures() + 1);
        try {
            return find(asked, semaphore.pipelines().describeInDetail(asked.parentId()));
        } catch (SemaphoreException failure) {
            return isOverdue(asked)
                    ? new ReconcileResult.Over(neverCame(Outcome.nothing(), asked, FailureCards.words(failure)))
                    : new ReconcileResult.Failed(intervals.afterFailures(asked.tries()));
        }
    }

    private ReconcileResult find(Asked asked, Pipeline parent) {
        var made = made(asked).orElse(null);
        var denial = denied(asked, parent, made);
        var card = cards.of(parent); // read last: nothing draws it again after the end of this key
        var outcome = Outcome.deliver(
                new Delivery.PipelineAt(asked.place(), parent.id(), parent.parentId(), card),
                new Delivery.PipelineEverywhere(parent.id(), card));
        if (denial.isPresent()) {
            var spoken = denial.get().spoken();
            var told = outcome.saying(new Delivery.ToPlace(asked.place(), turnedAway(asked, parent, spoken)));
            return new ReconcileResult.Over(kept(told, asked, ActResult.State.REFUSED, spoken));
        }
        if (made != null && made.pipelineId() != null) {
            return new ReconcileResult.Over(found(outcome, asked, parent, made, made.pipelineId()));
        }
        if (made != null && made.status() == Promotion.Status.FAILED) {
            return new ReconcileResult.Over(
                    kept(outcome, asked, ActResult.State.REFUSED, "Semaphore couldn't start the deploy"));
        }
        if (isOverdue(asked)) {
            return new ReconcileResult.Over(neverCame(outcome, asked, ""));
        }
        return asked.key().seen().isEmpty()
                ? ReconcileResult.changed("promoted", outcome, intervals.whileExpected(0))
                : new ReconcileResult.Failed(intervals.whileExpected(asked.tries()));
    }

    private Outcome found(Outcome outcome, Asked asked, Pipeline parent, Promotion made, String promoted) {
        return outcome.with(accounts.acted(asked.key().id(), made.triggeredBy()))
                .with(startNotes.remember(promoted, asked.reason()))
                .with(downstream.remember(
                        parent.id(), new DownstreamPipelines.Child(DownstreamPipelines.Kind.PROMOTED, promoted)))
                .with(known.seen(parent, List.of(asked.name())))
                .waking(Wake.card(promoted, asked.place(), asked.reason()))
                .waking(Wake.now(ReconcileKey.Kind.PROMOTED_PIPELINE, promoted, Place.NOWHERE));
    }

    private boolean isOverdue(Asked asked) {
        return clock.instant().isAfter(asked.since().plus(OVERDUE));
    }

    /**
     * The outcome for a deploy that never showed up. {@code why} is the last failure to read it, in whole sentences;
     * empty for none.
     */
    private Outcome neverCame(Outcome outcome, Asked asked, String why) {
        var because = why.isEmpty() ? "" : " " + why;
        var sentence = "No deploy to " + asked.name()
                + " appeared within an hour, although Semaphore accepted the promotion."
                + because + " Check in Semaphore before you promote again.";
        var card = new TextCard(sentence, List.of(Text.of(sentence)), List.of(asked.reason() + "."), CardActions.NONE);
        return kept(
                outcome.saying(new Delivery.ToPlace(asked.place(), card)),
                asked,
                ActResult.State.UNKNOWN,
                "no deploy appeared within an hour" + (why.isEmpty() ? "" : ". " + why.replaceFirst("\\.$", "")));
    }

    /** Adds a ledger entry with the result; {@code words} is a clause that describes it. */
    private static Outcome kept(Outcome outcome, Asked asked, ActResult.State state, String words) {
        var act = asked.act();
        return outcome.recording(new LedgerEntry(
                LedgerEntry.Kind.RESULT,
                asked.key().waking().by(),
                null,
                asked.place(),
                act.line(),
                act.rules(),
                state,
                "Row " + act.number() + (state == ActResult.State.REFUSED ? " had no effect: " : " is unconfirmed: ")
                        + words + "."));
    }

    /**
     * The promotion that the act made: the first since it was asked for. Semaphore lists it only after answering, so
     * older ones belong to others. Only after several tries does the search allow for clocks that differ.
     */
    private Optional<Promotion> made(Asked asked) {
        var from = asked.tries() < CLOCKS_DIFFER_AFTER
                ? asked.since()
                : asked.since().minus(Semaphore.CLOCKS_DIFFER);
        return semaphore.promotions().list(asked.parentId(), asked.name(), null).items().stream()
                .filter(each -> !each.automatic())
                .filter(each -> each.triggered() != null && !each.triggered().isBefore(from))
                .reduce((newer, older) -> older);
    }

    /**
     * The denial by a deployment target. It is read when no promotion showed up for a while, or when one came so late
     * that it may be somebody else's.
     */
    private Optional<TargetPromotionHistory.Denial> denied(Asked asked, Pipeline parent, @Nullable Promotion made) {
        var since = asked.since();
        var late = made != null
                && made.triggered() != null
                && made.triggered().isAfter(since.plus(Semaphore.CLOCKS_DIFFER));
        var turn = made == null && asked.tries() % TRIES_BETWEEN_TARGETS == TRIES_BETWEEN_TARGETS - 1;
        if (!late && !turn) {
            return Optional.empty();
        }
        return guarded.denied(parent.projectId(), parent.id(), asked.name()).stream()
                .filter(each ->
                        each.triggered() != null && !each.triggered().isBefore(since.minus(Semaphore.CLOCKS_DIFFER)))
                .findFirst();
    }

    private static TextCard turnedAway(Asked asked, Pipeline parent, String denial) {
        var sentence = "Nothing was deployed to " + asked.name() + ". Semaphore accepted the promotion of "
                + parent.ref().spoken() + ", " + parent.shortCommit() + ", but then " + denial + ".";
        return new TextCard(
                sentence,
                List.of(Text.of(sentence)),
                List.of(asked.reason() + ". Promote again once the deployment target allows it."),
                CardActions.NONE);
    }
}
