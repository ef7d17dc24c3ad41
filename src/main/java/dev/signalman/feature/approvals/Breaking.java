package dev.signalman.feature.approvals;

import dev.signalman.card.Answer;
import dev.signalman.command.Grammar;
import dev.signalman.command.Grant;
import dev.signalman.command.Promote;
import dev.signalman.dispatch.Carried;
import dev.signalman.dispatch.Delivery;
import dev.signalman.dispatch.Entry;
import dev.signalman.dispatch.Invocation;
import dev.signalman.dispatch.Origin;
import dev.signalman.dispatch.Outcome;
import dev.signalman.dispatch.Patience;
import dev.signalman.dispatch.People;
import dev.signalman.dispatch.Row;
import dev.signalman.dispatch.Section;
import dev.signalman.dispatch.Wake;
import dev.signalman.dispatch.Watched;
import dev.signalman.feature.approvals.Request.Fate;
import dev.signalman.ruling.Decision;
import dev.signalman.ruling.Gate;
import dev.signalman.ruling.Judge;
import dev.signalman.ruling.Policy;
import dev.signalman.ruling.Wish;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Lets somebody go ahead alone with a request: judges every rule again, promotes what it pins, and tells everybody. */
final class Breaking {
    private final GlassStore glasses;
    private final Petitions petitions;
    private final Judge judge;
    private final People people;
    private final Display display;
    private final Endings endings;
    private final Retelling retelling;
    private final ReviewCards reviews;
    private final Grammar grammar;
    private final InstantSource clock;

    @Inject
    Breaking(
            GlassStore glasses,
            Petitions petitions,
            Judge judge,
            People people,
            Display display,
            Endings endings,
            Retelling retelling,
            ReviewCards reviews,
            Grammar grammar,
            InstantSource clock) {
        this.glasses = glasses;
        this.petitions = petitions;
        this.judge = judge;
        this.people = people;
        this.display = display;
        this.endings = endings;
        this.retelling = retelling;
        this.reviews = reviews;
        this.grammar = grammar;
        this.clock = clock;
    }

    /**
     * Breaks the glass on an open request.
     *
     * @throws dev.signalman.command.Refusal when it does not wait, or a rule is not met that a broken glass does not meet
     */
    Outcome open(int number, String because, Invocation invocation) {
        var request = endings.waiting(number);
        if (endings.over(request)) {
            return endings.expire(request)
                    .saying(new Delivery.ToAsker(Answer.of(request.named() + " has expired; nothing was promoted.")));
        }
        var wish = petitions.of(request).broken(invocation.actor(), because);
        return broken(request, wish, judged(wish), null, invocation);
    }

    /** Breaks the glass on a request that is only now opened for it; {@code opening} writes it down. */
    Outcome fresh(Request request, Wish wish, Row opening, Invocation invocation) {
        return broken(request, wish, judged(wish), opening, invocation);
    }

    /** What was remembered for a minute is not good enough for somebody who goes alone. */
    private Decision judged(Wish wish) {
        people.forget();
        var decision = judge.judge(wish);
        if (!decision.granted()) {
            throw decision.refusal();
        }
        return decision;
    }

    private Outcome broken(
            Request request, Wish wish, Decision decision, @Nullable Row opening, Invocation invocation) {
        display.needed(request.shown());
        var now = clock.instant();
        var glass = Glass.broken(invocation.actor(), Objects.requireNonNull(wish.breakGlass()), now, reviewers(wish));
        var fate = Fate.granted(invocation.id(), now);
        var granted = request.breaking(glass).then(State.GRANTED, fate);
        var shown = retelling.change(request, granted);
        var rows = Stream.concat(
                        Stream.ofNullable(opening),
                        Stream.concat(shown.rows().stream(), Stream.of(glasses.breaking(request.number(), glass))))
                .toList();
        var outcome = new Outcome(
                        Stream.concat(shown.deliveries().stream(), Stream.of(reviews.shown(granted)))
                                .toList(),
                        new Grant(request.number()),
                        section(request),
                        rows,
                        List.of(),
                        null,
                        List.of(),
                        List.of(
                                new Wake(Watched.Kind.REQUEST, request.key(), request.shown(), Patience.MOMENT),
                                Wake.now(Watched.Kind.BREAK_GLASS, request.key(), request.shown())))
                .under(decision.spoken())
                .recording(entry(granted, glass, decision, invocation));
        var guarded = decision.guard(outcome);
        return invocation.origin() instanceof Origin.Pressed
                ? guarded
                : guarded.saying(new Delivery.ToAsker(Answer.of("You broke the glass on " + request.named() + ": "
                        + request.cargo().project() + ", commit "
                        + request.cargo().shortCommit() + ", goes to "
                        + request.pinned().promotion() + ". Those who may approve are told, and two of them must clear"
                        + " it.")));
    }

    /** Those who may approve; where a policy names none, those who may break the glass look at each other's. */
    private static List<String> reviewers(Wish wish) {
        var approvers = Keyholders.guarding(wish).stream()
                .flatMap(policy -> policy.approvals().approvers().stream())
                .distinct()
                .toList();
        return approvers.isEmpty()
                ? Keyholders.guarding(wish).stream()
                        .map(Policy::breakGlass)
                        .flatMap(List::stream)
                        .distinct()
                        .toList()
                : approvers;
    }

    private static Section section(Request request) {
        return new Section(
                Gate.section(request.cargo().pipelineId(), request.pinned().promotion()),
                Answer.of("Somebody else decides about " + request.named()
                        + " just now, or the same is being promoted in another way. Look at its card."));
    }

    private Entry entry(Request request, Glass glass, Decision decision, Invocation invocation) {
        Promote line = request.pinned().breakingGlass(glass.because());
        return new Entry(
                Entry.Kind.GLASS,
                glass.by(),
                null,
                invocation.place(),
                grammar.print(line),
                decision.spoken(),
                Carried.State.DONE,
                "Broke the glass on " + request.named() + ": " + glass.because());
    }
}
