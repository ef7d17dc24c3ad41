package dev.signalman.feature.linking;

import dev.signalman.command.Refusal;
import dev.signalman.dispatch.Act;
import dev.signalman.dispatch.Identities;
import dev.signalman.dispatch.Identity;
import dev.signalman.domain.Actor;
import dev.signalman.feature.linking.ChoiceStore.Choice;
import dev.signalman.feature.linking.TokenSafe.Opened;
import dev.signalman.semaphore.Semaphore;
import dev.signalman.semaphore.Whose;
import jakarta.inject.Inject;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds people's own tokens, seals them anew with the current key, and drops what opens no more or is refused. */
final class LinkedIdentities implements Identities {
    private static final Logger LOG = LoggerFactory.getLogger(LinkedIdentities.class);

    private final Semaphore service;
    private final Owners owners;
    private final LinkStore links;
    private final ChoiceStore choices;
    private final TokenSafe safe;

    @Inject
    LinkedIdentities(Semaphore service, Owners owners, LinkStore links, ChoiceStore choices, TokenSafe safe) {
        this.service = service;
        this.owners = owners;
        this.links = links;
        this.choices = choices;
        this.safe = safe;
    }

    @Override
    public Standing of(Actor person) {
        var owner = owners.of(person);
        return links.of(owner)
                .map(link -> safe.open(owner, link.sealed()).isPresent() ? Standing.LINKED : Standing.LOST)
                .orElse(Standing.NONE);
    }

    @Override
    public Identity of(Act act, Whose whose) {
        var earlier = choices.again(act.token());
        return earlier.isPresent() ? again(earlier.get()) : first(act, whose);
    }

    private Identity first(Act act, Whose whose) {
        if (whose == Whose.SERVICE) {
            return serving(act, "");
        }
        var link = links.of(owners.of(act.actor()));
        if (link.isEmpty()) {
            return without(act, whose, LinkWords.NONE, LinkWords.AS_NONE);
        }
        var opened = open(link.get());
        if (opened.isEmpty()) {
            return without(act, whose, LinkWords.LOST, LinkWords.AS_LOST);
        }
        choices.choose(act.token(), Choice.link(link.get().id()));
        return own(opened.get());
    }

    private Identity again(Choice choice) {
        var linkId = choice.linkId();
        if (linkId == null) {
            return new Identity(service, false, choice.why());
        }
        return links.withId(linkId)
                .flatMap(this::open)
                .map(this::own)
                .orElseThrow(() -> new Refusal(LinkWords.GONE_MEANWHILE));
    }

    @Override
    public String words(Act act) {
        return choices.of(act.token())
                .map(choice -> choice.linkId() == null ? choice.why() : LinkWords.OWN)
                .orElse("");
    }

    @Override
    public Identity instead(Act act, Whose whose) {
        var choice = choices.of(act.token()).orElseThrow();
        var linkId = choice.linkId();
        if (linkId == null) {
            throw new IllegalStateException("The bot's own token was refused, not a person's");
        }
        links.drop(linkId);
        LOG.info("Semaphore refused a linked token, which was dropped: {}", linkId);
        if (choice.picks() > 1) {
            throw new Refusal(LinkWords.REFUSED); // before, it may have been asked for in the person's name
        }
        return without(act, whose, LinkWords.REFUSED, LinkWords.AS_REFUSED);
    }

    private Identity without(Act act, Whose whose, String refusal, String words) {
        if (whose == Whose.PERSON) {
            throw new Refusal(refusal);
        }
        return serving(act, words);
    }

    private Identity serving(Act act, String words) {
        choices.choose(act.token(), Choice.service(words));
        return new Identity(service, false, words);
    }

    private Identity own(Opened opened) {
        return new Identity(service.as(opened.token()), true, LinkWords.OWN);
    }

    private Optional<Opened> open(Link link) {
        var opened = safe.open(link.owner(), link.sealed());
        if (opened.isEmpty()) {
            links.drop(link.id());
            LOG.warn("A linked token could not be decrypted, and was dropped: {}", link.id());
        } else if (opened.get().stale()) {
            links.reseal(link, safe.seal(link.owner(), opened.get().token()));
        }
        return opened;
    }
}
