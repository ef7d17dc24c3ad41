package dev.signalman.feature.outofband;

import dev.signalman.chat.People;
import dev.signalman.command.Grammar;
import dev.signalman.command.Grant;
import dev.signalman.command.Promote;
import dev.signalman.command.Subject;
import dev.signalman.dispatch.ActResult;
import dev.signalman.dispatch.Delivery;
import dev.signalman.dispatch.LedgerEntry;
import dev.signalman.dispatch.Outcome;
import dev.signalman.dispatch.ReconcileKey;
import dev.signalman.dispatch.RowChange;
import dev.signalman.dispatch.Wake;
import dev.signalman.domain.Actor;
import dev.signalman.domain.Person;
import dev.signalman.domain.Place;
import dev.signalman.port.AccountNames;
import dev.signalman.port.ActsByMutex.Gone;
import dev.signalman.port.GateVisits;
import dev.signalman.port.KnownPromotions;
import dev.signalman.port.PipelineStories;
import dev.signalman.port.PromotionRecords.Kept;
import dev.signalman.port.PromotionRecords.Way;
import dev.signalman.port.StartedFiles;
import dev.signalman.ruling.ApprovalRequests;
import dev.signalman.ruling.RuleTopic;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Records who made a promotion, updates the cards, and alerts if it bypassed the rules. One transaction writes all of
 * it, so each promotion is reported once.
 */
final class PromotionReporter {
    private static final Logger LOG = LoggerFactory.getLogger(PromotionReporter.class);

    /** The first job of a deploy asks; it starts this soon after its pipeline, unless agents are short. */
    private static final Duration ASKS_WITHIN = Duration.ofMinutes(10);

    private final JdbiPromotionRecords records;
    private final PipelineStories stories;
    private final KnownPromotions known;
    private final StartedFiles started;
    private final AccountNames accountNames;
    private final ApprovalRequests requests;
    private final People people;
    private final RetrospectiveJudge judge;
    private final GateVisits visits;
    private final AlertChannels places;
    private final BypassAlertCard card;
    private final Grammar grammar;
    private final InstantSource clock;

    @Inject
    PromotionReporter(
            JdbiPromotionRecords records,
            PipelineStories stories,
            KnownPromotions known,
            StartedFiles started,
            AccountNames accountNames,
            ApprovalRequests requests,
            People people,
            RetrospectiveJudge judge,
            GateVisits visits,
            AlertChannels places,
            BypassAlertCard card,
            Grammar grammar,
            InstantSource clock) {
        this.records = records;
        this.stories = stories;
        this.known = known;
        this.started = started;
        this.accountNames = accountNames;
        this.requests = requests;
        this.people = people;
        this.judge = judge;
        this.visits = visits;
        this.places = places;
        this.card = card;
        this.grammar = grammar;
        this.clock = clock;
    }

    /**
     * The outcome that records and reports a promotion.
     *
     * @throws dev.signalman.semaphore.SemaphoreException when the promoted pipeline cannot be read
     */
    Outcome of(ObservedPromotion observed, PromotionOwner owner) {
        return owner.accept(new PromotionOwner.Visitor<>() {
            @Override
            public Outcome ours(Gone act) {
                return wakingTheGate(observed, madeHere(observed, act));
            }

            @Override
            public Outcome automatic() {
                return wakingTheGate(observed, past(observed));
            }

            @Override
            public Outcome others() {
                return wakingTheGate(observed, past(observed));
            }

            @Override
            public Outcome forgotten() {
                return Outcome.nothing()
                        .with(records.noting(kept(observed, Way.UNTOLD, "", List.of(), null), account(observed), null));
            }

            @Override
            public Outcome open() {
                throw new IllegalArgumentException("The promoter isn't known yet");
            }
        });
    }

    /** Whether a deploy that was started elsewhere may still ask at the gate, so that it bypassed nothing yet. */
    boolean mayStillAsk(ObservedPromotion observed, PromotionOwner owner) {
        var pipeline = observed.pipeline();
        return !(owner instanceof PromotionOwner.Ours)
                && !pipeline.done()
                && pipeline.lasted(clock.instant()).compareTo(ASKS_WITHIN) < 0
                && judge.gated(observed)
                && !visits.asked(pipeline.id());
    }

    /** Tells the gate, where the deploy may wait for this. */
    private Outcome wakingTheGate(ObservedPromotion observed, Outcome outcome) {
        var id = observed.pipeline().id();
        return visits.asked(id) ? outcome.waking(Wake.now(ReconcileKey.Kind.GATE, id, Place.NOWHERE)) : outcome;
    }

    private Outcome madeHere(ObservedPromotion observed, Gone act) {
        var parties = grammar.readOwn(act.line()) instanceof Grant grant
                ? requests.parties(grant).orElse(null)
                : null;
        var who = parties == null ? nameOf(act.actor()) : parties.asked();
        var agreed = parties == null ? List.<String>of() : parties.agreed();
        var kept = kept(observed, Way.HERE, who, agreed, parties == null ? null : parties.alone());
        var outcome = Outcome.nothing().with(records.noting(kept, account(observed), act.invocationId()));
        if (stories.of(kept.pipelineId()).isEmpty()) {
            outcome =
                    outcome.with(stories.remember(kept.pipelineId(), "Promoted to " + kept.promotion() + " by " + who));
        }
        var other = judge.ours(observed, who).orElse(null);
        return other == null ? outcome.with(startedFile(observed)) : alert(other, outcome);
    }

    private RowChange startedFile(ObservedPromotion observed) {
        return started.seen(
                observed.pipeline().projectId(),
                observed.event().name(),
                observed.pipeline().file());
    }

    /** The person's current name. An act keeps only the handle from Slack's payload. */
    private String nameOf(Actor actor) {
        var person = people.find(actor.userId());
        return person.standing() == Person.Standing.UNKNOWN || person.name().isBlank() ? actor.name() : person.name();
    }

    private Outcome past(ObservedPromotion observed) {
        var automatic = observed.event().automatic();
        var who = automatic
                ? "Semaphore itself"
                : accountNames.nameOf(
                        observed.pipeline().projectId(), observed.event().triggeredBy());
        var bypass = judge.past(observed, who);
        var kept = kept(observed, automatic ? Way.AUTOMATIC : Way.PAST, who, List.of(), null);
        var outcome = Outcome.nothing()
                .with(records.noting(kept, account(observed), null))
                .with(stories.remember(kept.pipelineId(), "Promoted to " + kept.promotion() + " " + kept.spoken()))
                .with(known.seen(bypass.parent(), List.of(kept.promotion())))
                .waking(Wake.cards(kept.parentId()))
                .waking(Wake.cards(kept.pipelineId()));
        if (bypass.decision().about(RuleTopic.NAME).isEmpty()) {
            outcome = outcome.with(startedFile(observed)); // a broken rule does not show the right file
        }
        return bypass.againstRules() && !visits.asked(kept.pipelineId()) ? alert(bypass, outcome) : outcome;
    }

    private Outcome alert(Bypass bypass, Outcome outcome) {
        var channels = places.of(bypass);
        if (channels.isEmpty()) {
            LOG.warn(
                    "{} There is no channel to report it in: set channel in the rule, or subscribe a channel to "
                            + "the project",
                    BypassAlertCard.sentence(bypass));
        }
        var place = channels.isEmpty() ? null : Place.channel(channels.get(0));
        var told = outcome.recording(entry(bypass, place));
        if (bypass.way() == Bypass.Way.OURS) {
            told = told.waking(Wake.now(
                    ReconcileKey.Kind.WRONG_DEPLOY,
                    bypass.seen().pipeline().id(),
                    place == null ? Place.NOWHERE : place));
        }
        for (var channel : channels) {
            told = told.saying(new Delivery.ToPlace(Place.channel(channel), card.of(bypass)));
        }
        return told;
    }

    private LedgerEntry entry(Bypass bypass, @Nullable Place place) {
        var promoted =
                new Promote(bypass.promotion(), Subject.pipeline(bypass.parent().id()), Map.of(), false, false, null);
        return new LedgerEntry(
                LedgerEntry.Kind.BYPASS,
                Actor.named(bypass.who()),
                account(bypass.seen()),
                place,
                grammar.print(promoted),
                bypass.decision().spoken(),
                ActResult.State.DONE,
                BypassAlertCard.sentence(bypass));
    }

    private static @Nullable String account(ObservedPromotion observed) {
        return observed.event().automatic() ? null : observed.event().triggeredBy();
    }

    private static Kept kept(
            ObservedPromotion observed, Way way, String who, List<String> agreed, @Nullable String alone) {
        return new Kept(
                observed.pipeline().id(),
                observed.parentId(),
                observed.pipeline().projectId(),
                observed.event().name(),
                observed.event().triggered(),
                way,
                who,
                agreed,
                alone);
    }
}
