package dev.signalman.feature.linking;

import dev.signalman.command.Refusal;
import dev.signalman.dispatch.Act;
import dev.signalman.domain.Actor;
import dev.signalman.port.ActingIdentity;
import dev.signalman.port.Identities;
import dev.signalman.semaphore.Semaphore;
import dev.signalman.semaphore.TokenChoice;
import jakarta.inject.Inject;

/** Always chooses the bot's token: without a key, no other is stored. */
final class BotTokenOnly implements Identities {
    private final Semaphore service;

    @Inject
    BotTokenOnly(Semaphore service) {
        this.service = service;
    }

    @Override
    public Standing of(Actor person) {
        return Standing.OFF;
    }

    @Override
    public ActingIdentity of(Act act, TokenChoice tokenChoice) {
        if (tokenChoice == TokenChoice.PERSON) {
            throw new Refusal(LinkPhrases.OFF);
        }
        return new ActingIdentity(service, false, tokenChoice == TokenChoice.SERVICE ? "" : LinkPhrases.AS_OFF);
    }

    @Override
    public String words(Act act) {
        return ""; // without a key no choice is stored
    }

    @Override
    public ActingIdentity instead(Act act, TokenChoice tokenChoice) {
        throw new IllegalStateException("The bot's own token was refused, not a person's");
    }
}
