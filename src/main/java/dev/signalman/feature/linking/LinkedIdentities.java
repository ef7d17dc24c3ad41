package dev.signalman.feature.linking;

import dev.signalman.chat.Workspace;
import dev.signalman.command.Refusal;
import dev.signalman.dispatch.Act;
import dev.signalman.domain.Actor;
import dev.signalman.feature.linking.LinkedTokenStore.LinkedToken;
import dev.signalman.feature.linking.TokenChoiceStore.Choice;
import dev.signalman.feature.linking.TokenCipher.Opened;
import dev.signalman.port.ActingIdentity;
import dev.signalman.port.Identities;
import dev.signalman.semaphore.Semaphore;
import dev.signalman.semaphore.TokenChoice;
import jakarta.inject.Inject;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds people's tokens, encrypts them again with the current key, and deletes those that cannot be decrypted or are
 * rejected.
 */
final class LinkedIdentities implements Identities {
    private static final Logger LOG = LoggerFactory.getLogger(LinkedIdentities.class);

    private final Semaphore service;
    private final Workspace workspace;
    private final LinkedTokenStore links;
    private final TokenChoiceStore choices;
    private final TokenCipher safe;

    @Inject
    LinkedIdentities(
            Semaphore service,
            Workspace workspace,
            LinkedTokenStore links,
            TokenChoiceStore choices,
            TokenCipher safe) {
        this.service = service;
        this.workspace = workspace;
        this.links = links;
        this.choices = choices;
        this.safe = safe;
    }

    @Override
    public Standing of(Actor person) {
        var owner = TokenOwner.of(person, workspace);
        return links.of(owner)
                .map(link -> safe.open(owner, link.sealed()).isPresent() ? Standing.LINKED : Standing.LOST)
                .orElse(Standing.NONE);
    }

    @Override
    public ActingIdentity of(Act act, TokenChoice tokenChoice) {
        var earlier = choices.again(act.token());
        return earlier.isPresent() ? again(earlier.get()) : first(act, tokenChoice);
    }

    private ActingIdentity first(Act act, TokenChoice tokenChoice) {
        if (tokenChoice == TokenChoice.SERVICE) {
            return serving(act, "");
        }
        var link = links.of(TokenOwner.of(act.actor(), workspace));
        if (link.isEmpty()) {
            return without(act, tokenChoice, LinkPhrases.NONE, LinkPhrases.AS_NONE);
        }
        var opened = open(link.get());
        if (opened.isEmpty()) {
            return without(act, tokenChoice, LinkPhrases.LOST, LinkPhrases.AS_LOST);
        }
        choices.choose(act.token(), Choice.link(link.get().id()));
        return own(opened.get());
    }

    private ActingIdentity again(Choice choice) {
        var linkId = choice.linkId();
        if (linkId == null) {
            return new ActingIdentity(service, false, choice.why());
        }
        return links.withId(linkId)
                .flatMap(this::open)
                .map(this::own)
                .orElseThrow(() -> new Refusal(LinkPhrases.GONE_MEANWHILE));
    }

    @Override
    public String words(Act act) {
        return choices.of(act.token())
                .map(choice -> choice.linkId() == null ? choice.why() : LinkPhrases.OWN)
                .orElse("");
    }

    @Override
    public ActingIdentity instead(Act act, TokenChoice tokenChoice) {
        var choice = choices.of(act.token()).orElseThrow();
        var linkId = choice.linkId();
        if (linkId == null) {
            throw new IllegalStateException("The bot's own token was refused, not a person's");
        }
        links.drop(linkId);
        LOG.info("Deleted a linked token that Semaphore rejects: {}", linkId);
        if (choice.picks() > 1) {
            throw new Refusal(LinkPhrases.REFUSED); // an earlier attempt may have used the person's name
        }
        return without(act, tokenChoice, LinkPhrases.REFUSED, LinkPhrases.AS_REFUSED);
    }

    private ActingIdentity without(Act act, TokenChoice tokenChoice, String refusal, String words) {
        if (tokenChoice == TokenChoice.PERSON) {
            throw new Refusal(refusal);
        }
        return serving(act, words);
    }

    private ActingIdentity serving(Act act, String words) {
        choices.choose(act.token(), Choice.service(words));
        return new ActingIdentity(service, false, words);
    }

    private ActingIdentity own(Opened opened) {
        return new ActingIdentity(service.as(opened.token()), true, LinkPhrases.OWN);
    }

    private Optional<Opened> open(LinkedToken link) {
        var opened = safe.open(link.owner(), link.sealed());
        if (opened.isEmpty()) {
            links.drop(link.id());
            LOG.warn("Deleted a linked token that can't be decrypted: {}", link.id());
        } else if (opened.get().stale()) {
            links.reseal(link, safe.seal(link.owner(), opened.get().token()));
        }
        return opened;
    }
}
