package dev.signalman.feature.pipelines;

import dev.signalman.card.CardActions;
import dev.signalman.card.PipelineCard;
import dev.signalman.card.Text;
import dev.signalman.card.TextCard;
import dev.signalman.command.Notice;
import dev.signalman.command.Observe;
import dev.signalman.command.Refresh;
import dev.signalman.command.Triage;
import dev.signalman.dispatch.ActResult;
import dev.signalman.dispatch.Delivery;
import dev.signalman.dispatch.FailureCards;
import dev.signalman.dispatch.FollowUp;
import dev.signalman.dispatch.Handler;
import dev.signalman.dispatch.Invocation;
import dev.signalman.dispatch.Outcome;
import dev.signalman.dispatch.PollIntervals;
import dev.signalman.domain.Pipeline;
import dev.signalman.domain.Place;
import dev.signalman.domain.Promotion;
import dev.signalman.semaphore.Semaphore;
import dev.signalman.semaphore.SemaphoreException;
import dev.signalman.subject.KnownPromotions;
import dev.signalman.subject.LinkedAccounts;
import dev.signalman.subject.PipelineStories;
import dev.signalman.subject.TargetPromotionHistory;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Looks at a pipeline afresh and posts its card, or brings it up to date; from then on it is watched. */
final class ObserveHandler implements Handler<Observe> {
    private static final Place NOWHERE = Place.channel("");
    private static final Duration TO_BE_SCHEDULED = Duration.ofSeconds(2);
    private static final Duration OVERDUE = Duration.ofHours(1);
    private static final int CLOCKS_DIFFER_AFTER = 5;
    private static final int LOOKS_BETWEEN_TARGETS = 5;

    private final Semaphore semaphore;
    private final SemaphorePipelineCards cards;
    private final PipelineStories stories;
    private final KnownPromotions known;
    private final DownstreamPipelines downstreamPipelines;
    private final PromotedPipelineThreads threads;
    private final TargetPromotionHistory guarded;
    private final LateResults results;
    private final LinkedAccounts accounts;
    private final PollIntervals pollIntervals;
    private final InstantSource clock;

    @Inject
    ObserveHandler(
            Semaphore semaphore,
            SemaphorePipelineCards cards,
            PipelineStories stories,
            KnownPromotions known,
            DownstreamPipelines downstreamPipelines,
            PromotedPipelineThreads threads,
            TargetPromotionHistory guarded,
            LateResults results,
            LinkedAccounts accounts,
            PollIntervals pollIntervals,
            InstantSource clock) {
        this.semaphore = semaphore;
        this.cards = cards;
        this.stories = stories;
        this.known = known;
        this.downstreamPipelines = downstreamPipelines;
        this.threads = threads;
        this.guarded = guarded;
        this.results = results;
        this.accounts = accounts;
        this.pollIntervals = pollIntervals;
        this.clock = clock;
    }

    @Override
    public Outcome handle(Observe command, Invocation invocation) {
        try {
            var pipeline = semaphore.pipelines().describeInDetail(command.pipelineId());
            return command.promotion() == null
                    ? show(command, pipeline, invocation.place())
                    : findPromoted(command, command.promotion(), pipeline, invocation);
        } catch (SemaphoreException failure) {
            if (command.promotion() != null && isOverdue(command)) {
                return neverCame(
                        Outcome.nothing(), command, command.promotion(), invocation, FailureCards.words(failure));
            }
            var missing = failure.kind() == SemaphoreException.Kind.NOT_FOUND;
            if (pollIntervals.endsAfter(command.attempt())
                    || (missing && pollIntervals.givesUpMissing(command.attempt()))) {
                throw failure;
            }
            return Outcome.nothing().then(again(command, invocation.place(), pollIntervals.wait(command.attempt())));
        }
    }

    private Outcome show(Observe command, Pipeline pipeline, Place place) {
        var told = command.reason();
        var card = told.isEmpty() ? cards.card(pipeline, List.of()) : cards.card(pipeline, List.of(), told);
        var outcome = Outcome.deliver(deliveries(pipeline, place, card));
        if (!told.isEmpty()) {
            outcome = outcome.with(stories.remember(pipeline.id(), told));
        }
        var promotedFrom = pipeline.promotionOf();
        if (promotedFrom != null) {
            outcome = outcome.then(FollowUp.now(new Refresh(promotedFrom), place));
        }
        return pipeline.failed() ? outcome.then(FollowUp.now(new Triage(pipeline.id()), place)) : outcome;
    }

    private Delivery[] deliveries(Pipeline pipeline, Place place, PipelineCard card) {
        var parent = pipeline.parentId();
        var deliveries = new ArrayList<Delivery>();
        deliveries.add(new Delivery.PipelineAt(place, pipeline.id(), parent, card));
        if (pipeline.promotionOf() != null) {
            threads.channels(pipeline.projectId(), pipeline.promotionOf()).stream()
                    .filter(channel -> !channel.equals(place.channel()))
                    .map(channel -> new Delivery.PipelineAt(Place.channel(channel), pipeline.id(), parent, card))
                    .forEach(deliveries::add);
        }
        deliveries.add(new Delivery.PipelineEverywhere(pipeline.id(), card));
        return deliveries.toArray(Delivery[]::new);
    }

    private Outcome findPromoted(Observe command, String name, Pipeline parent, Invocation invocation) {
        var place = invocation.place();
        var card = cards.card(parent, List.of());
        var outcome = Outcome.deliver(
                new Delivery.PipelineAt(place, parent.id(), parent.parentId(), card),
                new Delivery.PipelineEverywhere(parent.id(), card));
        var made = made(command, name, parent).orElse(null);
        var denial = denied(command, name, parent, made);
        if (denial.isPresent()) {
            var spoken = denial.get().spoken();
            return results.keep(
                    outcome.saying(new Delivery.ToPlace(place, turnedAway(command, name, parent, spoken))),
                    command,
                    invocation,
                    ActResult.State.REFUSED,
                    spoken);
        }
        if (made != null && made.pipelineId() != null) {
            var promoted = made.pipelineId();
            var act = command.act();
            var told = act == null ? outcome : outcome.with(accounts.acted(act, made.triggeredBy()));
            return told.with(stories.remember(promoted, command.reason()))
                    .with(downstreamPipelines.remember(
                            parent.id(), new DownstreamPipelines.Child(DownstreamPipelines.Kind.PROMOTED, promoted)))
                    .with(known.seen(parent, List.of(name)))
                    .then(FollowUp.now(new Observe(promoted, null, command.reason(), 0), place))
                    .then(FollowUp.now(new Notice(promoted), NOWHERE));
        }
        if (made != null && made.status() == Promotion.Status.FAILED) {
            return results.keep(
                    outcome, command, invocation, ActResult.State.REFUSED, "Semaphore could not start the deploy");
        }
        if (isOverdue(command)) {
            return neverCame(outcome, command, name, invocation, "");
        }
        return pollIntervals.endsAfter(command.attempt())
                ? outcome
                : outcome.then(again(command, place, TO_BE_SCHEDULED));
    }

    private boolean isOverdue(Observe command) {
        var since = command.since();
        return since != null && clock.instant().isAfter(since.plus(OVERDUE));
    }

    /** Nobody can tell what became of it; {@code why} says what was in the way of seeing it, in whole sentences, or nothing. */
    private Outcome neverCame(Outcome outcome, Observe command, String name, Invocation invocation, String why) {
        var because = why.isEmpty() ? "" : " " + why;
        var sentence = "No deploy to " + name + " has shown up for an hour, though Semaphore took the promotion."
                + because + " Look in Semaphore before you promote again.";
        var textCard =
                new TextCard(sentence, List.of(Text.of(sentence)), List.of(command.reason() + "."), CardActions.NONE);
        return results.keep(
                outcome.saying(new Delivery.ToPlace(invocation.place(), textCard)),
                command,
                invocation,
                ActResult.State.UNKNOWN,
                "no deploy has shown up for an hour" + (why.isEmpty() ? "" : ". " + why.replaceFirst("\\.$", "")));
    }

    /**
     * What came of the act: the first promotion since it was asked for. It gets into the list after Semaphore has answered, so that older
     * ones are not it; clocks that differ are thought of only when none came for a while.
     */
    private Optional<Promotion> made(Observe command, String name, Pipeline parent) {
        var newestFirst = semaphore.promotions().list(parent.id(), name, null).items();
        var since = command.since();
        if (since == null) {
            return newestFirst.stream().findFirst();
        }
        var from = command.attempt() < CLOCKS_DIFFER_AFTER ? since : since.minus(Semaphore.CLOCKS_DIFFER);
        return newestFirst.stream()
                .filter(each -> !each.automatic())
                .filter(each -> each.triggered() != null && !each.triggered().isBefore(from))
                .reduce((newer, older) -> older);
    }

    /** Asked for when no promotion came for a while, and when one came so late that it may be somebody else's. */
    private Optional<TargetPromotionHistory.Denial> denied(
            Observe command, String name, Pipeline parent, @Nullable Promotion made) {
        var since = command.since();
        var late = since != null
                && made != null
                && made.triggered() != null
                && made.triggered().isAfter(since.plus(Semaphore.CLOCKS_DIFFER));
        var turn = made == null && command.attempt() % LOOKS_BETWEEN_TARGETS == LOOKS_BETWEEN_TARGETS - 1;
        if (since == null || !(late || turn)) {
            return Optional.empty();
        }
        return guarded.denied(parent.projectId(), parent.id(), name).stream()
                .filter(each ->
                        each.triggered() != null && !each.triggered().isBefore(since.minus(Semaphore.CLOCKS_DIFFER)))
                .findFirst();
    }

    private static TextCard turnedAway(Observe command, String name, Pipeline parent, String denial) {
        var sentence = "Nothing was deployed to " + name + ". Semaphore took the promotion of "
                + parent.ref().spoken() + ", " + parent.shortCommit() + ", and then " + denial + ".";
        return new TextCard(
                sentence,
                List.of(Text.of(sentence)),
                List.of(command.reason() + ". Once the target lets it, promote again."),
                CardActions.NONE);
    }

    private static FollowUp again(Observe command, Place place, Duration wait) {
        return new FollowUp(command.again(), place, wait);
    }
}
