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
import dev.signalman.feature.promotions.PromotablePipelineFinder.Chosen;
import dev.signalman.ruling.Gate;
import dev.signalman.ruling.Wish;
import dev.signalman.semaphore.Semaphore;
import dev.signalman.subject.SemaphoreLinks;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Decides which pipeline a {@code promote} means, and whether the promotion is allowed. */
final class PromoteHandler implements Handler<Promote> {
    private final PromotablePipelineFinder promotablePipelineFinder;
    private final WishFactory wishFactory;
    private final ScheduleResolver schedule;
    private final Gate gate;
    private final Semaphore semaphore;
    private final SemaphoreLinks links;

    @Inject
    PromoteHandler(
            PromotablePipelineFinder promotablePipelineFinder,
            WishFactory wishFactory,
            ScheduleResolver schedule,
            Gate gate,
            Semaphore semaphore,
            SemaphoreLinks links) {
        this.promotablePipelineFinder = promotablePipelineFinder;
        this.wishFactory = wishFactory;
        this.schedule = schedule;
        this.gate = gate;
        this.semaphore = semaphore;
        this.links = links;
    }

    @Override
    public Outcome handle(Promote command, Invocation invocation) {
        var chosen = promotablePipelineFinder.choose(command.promotion(), command.subject(), command::of, invocation);
        var pipeline = chosen.pipeline();
        // "again" only answers a question, so it is no part of what is promoted and recorded
        var meant =
                command.of(chosen.promotion(), Subject.pipeline(pipeline.id())).repeated(false);
        var wish = wish(meant, pipeline, invocation);
        var pinned = schedule.resolved(meant, wish, invocation.taken());
        var project = wish.project().name();
        var decision = pinned.scheduled() == null ? gate.decide(wish) : gate.decideAhead(wish);
        var which =
                pinned.promotion() + " of " + project + ", " + pipeline.ref().spoken() + ", " + pipeline.shortCommit();
        var before = newestBefore(pinned, pipeline);
        if (before != null) {
            var asked = beforeAnother(command.again(), which, chosen, before, pinned.repeated(true));
            if (asked != null) {
                return asked;
            }
        }
        var mutex = new ActMutex(Gate.section(pipeline.id(), pinned.promotion()), onItsWay(which, pipeline));
        var told = chosen.heardOf()
                ? PromotionPhrases.chosen(pinned, pipeline, project, chosen.newer())
                : PromotionPhrases.tried(pinned, pipeline, project, chosen.newer());
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
            boolean confirmed, String which, Chosen chosen, Promotion before, Promote again) {
        var deploy = before.pipelineId() == null ? null : semaphore.pipelines().describe(before.pipelineId());
        if (deploy == null || !deploy.done()) {
            return Outcome.answer(onItsWay(which, deploy == null ? chosen.pipeline() : deploy));
        }
        if (confirmed) {
            return null;
        }
        var ahead = chosen.ahead();
        if (ahead != null) {
            return Outcome.answer(aheadOf(ahead, which, chosen, deploy, again));
        }
        var sentence = which
                + (deploy.passed()
                        ? " already deployed successfully. Promote again?"
                        : " was promoted before, and the deploy " + deploy.ended() + ". Promote again?");
        var line = Text.of(sentence + "  ·  ").link("Earlier deploy", links.pipeline(deploy));
        var button = Button.of("Promote again", again).primary();
        return Outcome.answer(new TextCard(sentence, List.of(line), List.of(), CardActions.of(button)));
    }

    /** A newer commit did not come as far as this promotion: most people mean to bring that one on. */
    private Card aheadOf(Pipeline ahead, String which, Chosen chosen, Pipeline deploy, Promote again) {
        var sentence = "The newest commit on " + ahead.ref().spoken() + ", " + ahead.shortCommit()
                + (ahead.commitTitle().isEmpty() ? "" : " (" + ahead.commitTitle() + ")") + ", isn't ready for "
                + again.promotion() + " yet. " + which + " was promoted before, and the deploy " + deploy.ended() + ".";
        var line = Text.of(sentence + "  ·  ").link("Earlier deploy", links.pipeline(deploy));
        var buttons = new ArrayList<Button>();
        before(chosen.pipeline())
                .map(name -> Button.of(
                                "Promote to " + name,
                                new Promote(name, Subject.pipeline(ahead.id()), Map.of(), false, false, null))
                        .primary())
                .ifPresent(buttons::add);
        buttons.add(Button.of("Promote " + chosen.pipeline().shortCommit() + " again", again));
        return new TextCard(sentence, List.of(line), List.of(), CardActions.of(buttons));
    }

    /** The promotion that started a pipeline. */
    private Optional<String> before(Pipeline promoted) {
        var parent = promoted.promotionOf();
        return parent == null
                ? Optional.empty()
                : semaphore.promotions().list(parent, null, null).items().stream()
                        .filter(promotion -> promoted.id().equals(promotion.pipelineId()))
                        .map(Promotion::name)
                        .findFirst();
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
