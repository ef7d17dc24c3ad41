package dev.signalman.feature.outofband;

import dev.signalman.chat.People;
import dev.signalman.command.Grammar;
import dev.signalman.command.Grant;
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
import dev.signalman.port.PipelineStartNotes;
import dev.signalman.port.PromotionRecords.Kept;
import dev.signalman.port.PromotionRecords.Way;
import dev.signalman.port.StartedFiles;
import dev.signalman.ruling.ApprovalRequests;
import dev.signalman.ruling.RuleTopic;
import jakarta.inject.Inject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Records who made a promotion, updates the cards, and alerts if it bypassed the rules. One transaction writes all of
 * it, so each promotion is reported once.
 */
final class PromotionReporter {
    private final JdbiPromotionRecords records;
    private final PipelineStartNotes startNotes;
    private final KnownPromotions known;
    private final StartedFiles started;
    private final AccountNames accountNames;
    private final ApprovalRequests requests;
    private final People people;
    private final RetrospectiveJudge judge;
    private final GateVisits visits;
    private final BypassReporter bypasses;
    private final Grammar grammar;

    @Inject
    PromotionReporter(
            JdbiPromotionRecords records,
            PipelineStartNotes startNotes,
            KnownPromotions known,
            StartedFiles started,
            AccountNames accountNames,
            ApprovalRequests requests,
            People people,
            RetrospectiveJudge judge,
            GateVisits visits,
            BypassReporter bypasses,
            Grammar grammar) {
        this.records = records;
        this.startNotes = startNotes;
        this.known = known;
        this.started = started;
        this.accountNames = accountNames;
        this.requests = requests;
        this.people = people;
        this.judge = judge;
        this.visits = visits;
        this.bypasses = bypasses;
        this.grammar = grammar;
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
                        .with(records.noting(
                                kept(observed, Way.UNTOLD, "", List.of(), null), observed.account(), null));
            }

            @Override
            public Outcome open() {
                throw new IllegalArgumentException("The promoter isn't known yet");
            }
        });
    }

    /** Whether a deploy that was started elsewhere may still ask at the gate, so that it bypassed nothing yet. */
    boolean mayStillAsk(ObservedPromotion observed, PromotionOwner owner) {
        return !(owner instanceof PromotionOwner.Ours)
                && bypasses.mayStillAsk(observed.pipeline(), () -> judge.gated(observed));
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
        var outcome = Outcome.nothing().with(records.noting(kept, observed.account(), act.invocationId()));
        if (startNotes.of(kept.pipelineId()).isEmpty()) {
            outcome = outcome.with(
                    startNotes.remember(kept.pipelineId(), "Promoted to " + kept.promotion() + " by " + who));
        }
        var other = judge.ours(observed, who).orElse(null);
        return other == null ? outcome.with(startedFile(observed)) : bypasses.report(other, outcome);
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
                .with(records.noting(kept, observed.account(), null))
                .with(startNotes.remember(kept.pipelineId(), "Promoted to " + kept.promotion() + " " + kept.spoken()))
                .with(known.seen(bypass.parent(), List.of(kept.promotion())))
                .waking(Wake.cards(kept.parentId()))
                .waking(Wake.cards(kept.pipelineId()));
        if (bypass.decision().about(RuleTopic.NAME).isEmpty()) {
            outcome = outcome.with(startedFile(observed)); // a broken rule does not show the right file
        }
        return bypass.againstRules() && !visits.asked(kept.pipelineId()) ? bypasses.report(bypass, outcome) : outcome;
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
