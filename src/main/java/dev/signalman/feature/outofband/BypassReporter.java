package dev.signalman.feature.outofband;

import dev.signalman.command.Grammar;
import dev.signalman.command.Promote;
import dev.signalman.command.Subject;
import dev.signalman.dispatch.ActResult;
import dev.signalman.dispatch.Delivery;
import dev.signalman.dispatch.LedgerEntry;
import dev.signalman.dispatch.Outcome;
import dev.signalman.dispatch.ReconcileKey;
import dev.signalman.dispatch.Wake;
import dev.signalman.domain.Actor;
import dev.signalman.domain.Pipeline;
import dev.signalman.domain.Place;
import dev.signalman.port.GateVisits;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Alerts about deploys that bypassed the rules, and records them in the ledger. */
final class BypassReporter {
    private static final Logger LOG = LoggerFactory.getLogger(BypassReporter.class);

    /** The first job of a deploy asks; it starts this soon after its pipeline, unless agents are short. */
    private static final Duration ASKS_WITHIN = Duration.ofMinutes(10);

    private final GateVisits visits;
    private final AlertChannels places;
    private final BypassAlertCardFactory card;
    private final Grammar grammar;
    private final InstantSource clock;

    @Inject
    BypassReporter(
            GateVisits visits,
            AlertChannels places,
            BypassAlertCardFactory card,
            Grammar grammar,
            InstantSource clock) {
        this.visits = visits;
        this.places = places;
        this.card = card;
        this.grammar = grammar;
        this.clock = clock;
    }

    /** Whether a deploy may still ask at the gate, so that it bypassed nothing yet. */
    boolean mayStillAsk(Pipeline deploy, BooleanSupplier gated) {
        return !deploy.done()
                && deploy.lasted(clock.instant()).compareTo(ASKS_WITHIN) < 0
                && gated.getAsBoolean()
                && !visits.asked(deploy.id());
    }

    /** Adds the alert about a bypass and its row of the ledger to an outcome. */
    Outcome report(Bypass bypass, Outcome outcome) {
        var channels = places.of(bypass);
        if (channels.isEmpty()) {
            LOG.warn(
                    "{} There is no channel to report it in: set channel in the rule, or subscribe a channel to "
                            + "the project",
                    BypassAlertCardFactory.sentence(bypass));
        }
        var place = channels.isEmpty() ? null : Place.channel(channels.get(0));
        var told = outcome.recording(entry(bypass, place));
        if (bypass.way() == Bypass.Way.OURS) {
            told = told.waking(Wake.now(
                    ReconcileKey.Kind.WRONG_DEPLOY, bypass.deploy().id(), place == null ? Place.NOWHERE : place));
        }
        for (var channel : channels) {
            told = told.saying(new Delivery.ToPlace(Place.channel(channel), card.of(bypass)));
        }
        return told;
    }

    private LedgerEntry entry(Bypass bypass, @Nullable Place place) {
        return new LedgerEntry(
                LedgerEntry.Kind.BYPASS,
                Actor.named(bypass.who()),
                bypass.account(),
                place,
                line(bypass),
                bypass.decision().spoken(),
                ActResult.State.DONE,
                BypassAlertCardFactory.sentence(bypass));
    }

    private String line(Bypass bypass) {
        return bypass.way() == Bypass.Way.RUN
                ? "pipeline " + bypass.deploy().id()
                : grammar.print(new Promote(
                        bypass.promotion(), Subject.pipeline(bypass.parent().id()), Map.of(), false, false, null));
    }
}
