package dev.signalman.feature.witness;

import dev.signalman.command.EnsureStopped;
import dev.signalman.command.Grammar;
import dev.signalman.command.Grant;
import dev.signalman.command.Promote;
import dev.signalman.command.Refresh;
import dev.signalman.command.Subject;
import dev.signalman.dispatch.Carried;
import dev.signalman.dispatch.Delivery;
import dev.signalman.dispatch.Entry;
import dev.signalman.dispatch.FollowUp;
import dev.signalman.dispatch.Outcome;
import dev.signalman.dispatch.People;
import dev.signalman.dispatch.Row;
import dev.signalman.dispatch.SectionActs.Gone;
import dev.signalman.domain.Actor;
import dev.signalman.domain.Person;
import dev.signalman.domain.Place;
import dev.signalman.ruling.Requests;
import dev.signalman.ruling.Topic;
import dev.signalman.subject.Accounts;
import dev.signalman.subject.KnownPromotions;
import dev.signalman.subject.PromotionRecords.Kept;
import dev.signalman.subject.PromotionRecords.Way;
import dev.signalman.subject.StartedFiles;
import dev.signalman.subject.Stories;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes down whose a promotion is, has that said on the cards, and tells where it went past the rules: all in the one transaction, so
 * that it is told once however often it was seen.
 */
final class Telling {
    private static final Logger LOG = LoggerFactory.getLogger(Telling.class);
    private static final Place NOWHERE = Place.channel("");

    private final Records records;
    private final Stories stories;
    private final KnownPromotions known;
    private final StartedFiles started;
    private final Accounts accounts;
    private final Requests requests;
    private final People people;
    private final Judging judging;
    private final AlertPlaces places;
    private final AlertCard card;
    private final Grammar grammar;

    @Inject
    Telling(
            Records records,
            Stories stories,
            KnownPromotions known,
            StartedFiles started,
            Accounts accounts,
            Requests requests,
            People people,
            Judging judging,
            AlertPlaces places,
            AlertCard card,
            Grammar grammar) {
        this.records = records;
        this.stories = stories;
        this.known = known;
        this.started = started;
        this.accounts = accounts;
        this.requests = requests;
        this.people = people;
        this.judging = judging;
        this.places = places;
        this.card = card;
        this.grammar = grammar;
    }

    /**
     * What is written down and told.
     *
     * @throws dev.signalman.semaphore.SemaphoreException when the promoted pipeline cannot be read
     */
    Outcome of(Seen seen, Whose whose) {
        if (whose instanceof Whose.Ours ours) {
            return ours(seen, ours.act());
        }
        return whose instanceof Whose.Forgotten
                ? Outcome.nothing()
                        .with(records.noting(kept(seen, Way.UNTOLD, "", List.of(), null), account(seen), null))
                : past(seen);
    }

    private Outcome ours(Seen seen, Gone act) {
        var parties = grammar.readOwn(act.line()) instanceof Grant grant
                ? requests.parties(grant).orElse(null)
                : null;
        var who = parties == null ? nameOf(act.actor()) : parties.asked();
        var agreed = parties == null ? List.<String>of() : parties.agreed();
        var kept = kept(seen, Way.HERE, who, agreed, parties == null ? null : parties.alone());
        var outcome = Outcome.nothing().with(records.noting(kept, account(seen), act.invocationId()));
        if (stories.of(kept.pipelineId()).isEmpty()) {
            outcome =
                    outcome.with(stories.remember(kept.pipelineId(), "Promoted to " + kept.promotion() + " by " + who));
        }
        var other = judging.ours(seen, who).orElse(null);
        return other == null
                ? outcome.with(startedFile(seen))
                : alert(other, outcome.then(FollowUp.now(new EnsureStopped(kept.pipelineId()), NOWHERE)));
    }

    private Row startedFile(Seen seen) {
        return started.seen(
                seen.pipeline().projectId(),
                seen.event().name(),
                seen.pipeline().file());
    }

    /** An act is kept under the handle that Slack's payload held. */
    private String nameOf(Actor actor) {
        var person = people.find(actor.userId());
        return person.standing() == Person.Standing.UNKNOWN || person.name().isBlank() ? actor.name() : person.name();
    }

    private Outcome past(Seen seen) {
        var automatic = seen.event().automatic();
        var who = automatic
                ? "Semaphore itself"
                : accounts.nameOf(seen.pipeline().projectId(), seen.event().triggeredBy());
        var bypass = judging.past(seen, who);
        var kept = kept(seen, automatic ? Way.AUTOMATIC : Way.PAST, who, List.of(), null);
        var outcome = Outcome.nothing()
                .with(records.noting(kept, account(seen), null))
                .with(stories.remember(kept.pipelineId(), "Promoted to " + kept.promotion() + " " + kept.spoken()))
                .with(known.seen(bypass.parent(), List.of(kept.promotion())))
                .then(FollowUp.now(new Refresh(kept.parentId()), NOWHERE))
                .then(FollowUp.now(new Refresh(kept.pipelineId()), NOWHERE));
        if (bypass.decision().about(Topic.NAME).isEmpty()) {
            outcome = outcome.with(startedFile(seen)); // what went past the rules shows nothing of what should be
        }
        return bypass.againstRules() ? alert(bypass, outcome) : outcome;
    }

    private Outcome alert(Bypass bypass, Outcome outcome) {
        var channels = places.of(bypass);
        if (channels.isEmpty()) {
            LOG.warn("{} And there is no channel in which I could tell it", AlertCard.sentence(bypass));
        }
        var told = outcome.recording(entry(bypass, channels.isEmpty() ? null : Place.channel(channels.get(0))));
        for (var channel : channels) {
            told = told.saying(new Delivery.ToPlace(Place.channel(channel), card.of(bypass)));
        }
        return told;
    }

    private Entry entry(Bypass bypass, @Nullable Place place) {
        var promoted =
                new Promote(bypass.promotion(), Subject.pipeline(bypass.parent().id()), Map.of(), false, false, null);
        return new Entry(
                Entry.Kind.BYPASS,
                Actor.named(bypass.who()),
                account(bypass.seen()),
                place,
                grammar.print(promoted),
                bypass.decision().spoken(),
                Carried.State.DONE,
                AlertCard.sentence(bypass));
    }

    private static @Nullable String account(Seen seen) {
        return seen.event().automatic() ? null : seen.event().triggeredBy();
    }

    private static Kept kept(Seen seen, Way way, String who, List<String> agreed, @Nullable String alone) {
        return new Kept(
                seen.pipeline().id(),
                seen.parentId(),
                seen.pipeline().projectId(),
                seen.event().name(),
                seen.event().triggered(),
                way,
                who,
                agreed,
                alone);
    }
}
