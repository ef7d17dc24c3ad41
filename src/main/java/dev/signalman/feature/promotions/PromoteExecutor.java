package dev.signalman.feature.promotions;

import dev.signalman.card.Button;
import dev.signalman.card.CardActions;
import dev.signalman.card.RefusalCard;
import dev.signalman.command.Promote;
import dev.signalman.command.Subject;
import dev.signalman.dispatch.Act;
import dev.signalman.dispatch.ActExecutor;
import dev.signalman.dispatch.ActResult;
import dev.signalman.dispatch.Delivery;
import dev.signalman.dispatch.Outcome;
import dev.signalman.dispatch.ProbeResult;
import dev.signalman.dispatch.ReconcileKey;
import dev.signalman.dispatch.Wake;
import dev.signalman.domain.NearestName;
import dev.signalman.domain.Promotion;
import dev.signalman.port.ActingIdentity;
import dev.signalman.port.KnownPromotions;
import dev.signalman.port.TargetReactivation;
import dev.signalman.semaphore.Semaphore;
import dev.signalman.semaphore.SemaphoreException;
import dev.signalman.semaphore.SemaphoreException.Kind;
import dev.signalman.subject.ProjectDirectory;
import dev.signalman.subject.TargetPromotionHistory;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * Promotes a pipeline. Semaphore promotes once per token, so a promotion that is not seen after a lost answer is
 * requested again with the same token.
 */
final class PromoteExecutor implements ActExecutor<Promote> {
    private static final int MOST_OFFERED = 5;

    private final Semaphore semaphore;
    private final ProjectDirectory projects;
    private final KnownPromotions known;
    private final PromotionTokenChoice promotionTokenChoice;
    private final TargetReactivation reactivation;
    private final TargetPromotionHistory guarded;

    @Inject
    PromoteExecutor(
            Semaphore semaphore,
            ProjectDirectory projects,
            KnownPromotions known,
            PromotionTokenChoice promotionTokenChoice,
            TargetReactivation reactivation,
            TargetPromotionHistory guarded) {
        this.semaphore = semaphore;
        this.projects = projects;
        this.known = known;
        this.promotionTokenChoice = promotionTokenChoice;
        this.reactivation = reactivation;
        this.guarded = guarded;
    }

    @Override
    public ActResult carry(Promote pinned, Act act) {
        var tokenChoice = promotionTokenChoice.whose(pinned);
        var identity = promotionTokenChoice.of(act, tokenChoice);
        try {
            open(pinned);
            trigger(pinned, act, identity);
        } catch (SemaphoreException failure) {
            if (identity.own() && failure.kind() == Kind.BAD_TOKEN) {
                return carryInstead(pinned, act, promotionTokenChoice.instead(act, tokenChoice));
            }
            return refused(pinned, identity, failure);
        }
        return carried(pinned, act, identity.words());
    }

    /** Opens the deployment targets for a person who broke the glass of a freeze, and at the end of one. */
    private void open(Promote pinned) {
        if (pinned.breakGlass() || pinned.scheduled() != null) {
            reactivation.reactivateFor(
                    semaphore.pipelines().describe(id(pinned)).projectId(), pinned.promotion());
        }
    }

    private ActResult carryInstead(Promote pinned, Act act, ActingIdentity identity) {
        try {
            trigger(pinned, act, identity);
        } catch (SemaphoreException failure) {
            return refused(pinned, identity, failure);
        }
        return carried(pinned, act, identity.words());
    }

    private static void trigger(Promote pinned, Act act, ActingIdentity identity) {
        identity.semaphore()
                .promotions()
                .trigger(id(pinned), pinned.promotion(), pinned.override(), pinned.parameters(), act.token());
    }

    @Override
    public ProbeResult lookFor(Promote pinned, Act act) {
        var since = act.intended().minus(Semaphore.CLOCKS_DIFFER);
        var seen = semaphore.promotions().list(id(pinned), pinned.promotion(), null).items().stream()
                .map(Promotion::triggered)
                .anyMatch(triggered -> triggered != null && !triggered.isBefore(since));
        return seen || taken(pinned, since)
                ? new ProbeResult.Happened(carried(pinned, act, promotionTokenChoice.words(act)))
                : new ProbeResult.MayBeRepeated("Semaphore didn't confirm the promotion to " + pinned.promotion()
                        + ", and none has appeared. A parameter that the promotion doesn't have often causes this.");
    }

    /**
     * Whether a deployment target has recorded the promotion. It does so before the list has it, and a repeated request
     * would fail in between.
     */
    private boolean taken(Promote pinned, Instant since) {
        var projectId = semaphore.pipelines().describe(id(pinned)).projectId();
        return guarded.took(projectId, id(pinned), pinned.promotion(), since);
    }

    private static ActResult carried(Promote pinned, Act act, String whose) {
        var reason = PromotionPhrases.reason(pinned, act.actor().name()) + (whose.isEmpty() ? "" : " " + whose);
        return ActResult.done(
                "Promoted",
                Outcome.nothing().waking(Wake.now(ReconcileKey.Kind.PROMOTION, act.token(), act.place(), reason)));
    }

    /** The result of a refusal by Semaphore; rethrows every other failure. */
    private ActResult refused(Promote pinned, ActingIdentity identity, SemaphoreException failure) {
        if (identity.own() && (failure.kind() == Kind.NOT_FOUND || failure.kind() == Kind.NOT_PERMITTED)) {
            return ActResult.refused("Semaphore doesn't let your own account promote this (" + failure.words()
                    + "). Ask for the role Contributor in that project, or try again in a few minutes. Your token "
                    + "stays linked.");
        }
        if (failure.kind() != Kind.REFUSED) {
            throw failure;
        }
        var pipeline = semaphore.pipelines().describe(id(pinned));
        var unknown = failure.words().startsWith("Target for switch");
        var sentences = unknown
                ? "No promotion named \"" + pinned.promotion() + "\" starts from this pipeline of "
                        + projects.nameOf(pipeline.projectId()) + "."
                : "Semaphore refused to promote to " + pinned.promotion() + ": " + failure.words();
        var others = projects
                .withId(pipeline.projectId())
                .map(project -> {
                    known.seek(project, pinned.promotion());
                    return known.from(project, pipeline);
                })
                .orElse(List.of())
                .stream()
                .filter(name -> !name.equals(pinned.promotion()))
                .toList();
        List<Button> instead = Stream.concat(
                        NearestName.of(pinned.promotion(), others, MOST_OFFERED).stream(), others.stream())
                .distinct()
                .limit(MOST_OFFERED)
                .map(name -> Button.of(name, as(name, pinned)))
                .toList();
        var whole = instead.isEmpty() && unknown
                ? sentences + " Its file lists those that do. Type the name as it is there."
                : sentences;
        var card = new RefusalCard(whole, CardActions.of(instead), true);
        return ActResult.refused(whole).saying(new Delivery.ToAsker(card));
    }

    private static Promote as(String name, Promote pinned) {
        return pinned.of(name, pinned.subject()).repeated(false).goingAt(null);
    }

    private static String id(Promote pinned) {
        return ((Subject.Id) pinned.subject()).id();
    }
}
