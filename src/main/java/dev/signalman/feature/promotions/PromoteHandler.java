package dev.signalman.feature.promotions;

import dev.signalman.card.Button;
import dev.signalman.card.Card;
import dev.signalman.card.CardActions;
import dev.signalman.card.Text;
import dev.signalman.card.TextCard;
import dev.signalman.command.Promote;
import dev.signalman.command.Subject;
import dev.signalman.dispatch.ActMutex;
import dev.signalman.dispatch.Delivery;
import dev.signalman.dispatch.Handler;
import dev.signalman.dispatch.Invocation;
import dev.signalman.dispatch.Origin;
import dev.signalman.dispatch.Outcome;
import dev.signalman.domain.Pipeline;
import dev.signalman.domain.Promotion;
import dev.signalman.ruling.Gate;
import dev.signalman.ruling.Wish;
import dev.signalman.semaphore.Semaphore;
import dev.signalman.subject.SemaphoreLinks;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Decides which pipeline a {@code promote} means, and whether the promotion is allowed. */
final class PromoteHandler implements Handler<Promote> {
    private final PromotablePipelineFinder promotablePipelineFinder;
    private final WishFactory wishFactory;
    private final Gate gate;
    private final Semaphore semaphore;
    private final SemaphoreLinks links;

    @Inject
    PromoteHandler(
            PromotablePipelineFinder promotablePipelineFinder,
            WishFactory wishFactory,
            Gate gate,
            Semaphore semaphore,
            SemaphoreLinks links) {
        this.promotablePipelineFinder = promotablePipelineFinder;
        this.wishFactory = wishFactory;
        this.gate = gate;
        this.semaphore = semaphore;
        this.links = links;
    }

    @Override
    public Outcome handle(Promote command, Invocation invocation) {
        var chosen = promotablePipelineFinder.choose(command.promotion(), command.subject(), command::of, invocation);
        var pipeline = chosen.pipeline();
        var wish = wish(command, pipeline, invocation);
        var project = wish.project().name();
        var decision = gate.decide(wish);
        var pinned = new Promote(
                command.promotion(),
                Subject.pipeline(pipeline.id()),
                command.parameters(),
                command.override(),
                true,
                command.breakGlass(),
                command.because());
        var which =
                command.promotion() + " of " + project + ", " + pipeline.ref().spoken() + ", " + pipeline.shortCommit();
        var before = newestBefore(command, pipeline);
        if (before != null) {
            var asked = beforeAnother(command, which, pipeline, before, pinned);
            if (asked != null) {
                return asked;
            }
        }
        var mutex = new ActMutex(Gate.section(pipeline.id(), command.promotion()), onItsWay(which, pipeline));
        var told = PromotionPhrases.chosen(command, pipeline, project, chosen.newer());
        return gate.pass(wish, decision, pinned, invocation, () -> say(Outcome.act(pinned, mutex), told, invocation));
    }

    private Wish wish(Promote command, Pipeline pipeline, Invocation invocation) {
        var wish = wishFactory.of(command.promotion(), pipeline, command.parameters(), command.override(), invocation);
        return command.breakGlass() ? wish.broken(invocation.actor(), Objects.requireNonNull(command.because())) : wish;
    }

    private @Nullable Promotion newestBefore(Promote command, Pipeline pipeline) {
        return semaphore.promotions().list(pipeline.id(), command.promotion(), null).items().stream()
                .filter(promotion -> promotion.status() != Promotion.Status.FAILED)
                .findFirst()
                .orElse(null);
    }

    /** Refuses while an earlier promotion is running, and asks before a repeated one; null if nothing is in the way. */
    private @Nullable Outcome beforeAnother(
            Promote command, String which, Pipeline pipeline, Promotion before, Promote again) {
        var deploy = before.pipelineId() == null ? null : semaphore.pipelines().describe(before.pipelineId());
        if (deploy == null || !deploy.done()) {
            return Outcome.answer(onItsWay(which, deploy == null ? pipeline : deploy));
        }
        if (command.again()) {
            return null;
        }
        var sentence = which
                + (deploy.passed()
                        ? " already deployed successfully. Promote again?"
                        : " was promoted before, and the deploy " + deploy.ended() + ". Promote again?");
        var line = Text.of(sentence + "  ·  ").link("Earlier deploy", links.pipeline(deploy));
        var button = Button.of("Promote again", again).primary();
        return Outcome.answer(new TextCard(sentence, List.of(line), List.of(), CardActions.of(button)));
    }

    private Card onItsWay(String which, Pipeline shown) {
        var sentence = which + " is already deploying. Nothing was changed. Wait until it is done.";
        var line = Text.of(sentence + "  ·  ").link("Open", links.pipeline(shown));
        return new TextCard(sentence, List.of(line), List.of(), CardActions.NONE);
    }

    /** Confirms the chosen pipeline for a typed line. A pressed card names it already. */
    private static Outcome say(Outcome outcome, String sentence, Invocation invocation) {
        if (!(invocation.origin() instanceof Origin.Typed)) {
            return outcome;
        }
        return outcome.saying(new Delivery.ToAsker(TextCard.of(sentence)));
    }
}
