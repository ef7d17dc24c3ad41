package dev.signalman.feature.linking;

import dev.signalman.command.Refusal;
import dev.signalman.dispatch.Act;
import dev.signalman.dispatch.Identities;
import dev.signalman.dispatch.Identity;
import dev.signalman.domain.Actor;
import dev.signalman.semaphore.Semaphore;
import dev.signalman.semaphore.Whose;
import jakarta.inject.Inject;

/** Without a key nobody's token is kept, and the bot has only its own. */
final class ServiceAlone implements Identities {
    private final Semaphore service;

    @Inject
    ServiceAlone(Semaphore service) {
        this.service = service;
    }

    @Override
    public Standing of(Actor person) {
        return Standing.OFF;
    }

    @Override
    public Identity of(Act act, Whose whose) {
        if (whose == Whose.PERSON) {
            throw new Refusal(LinkWords.OFF);
        }
        return new Identity(service, false, whose == Whose.SERVICE ? "" : LinkWords.AS_OFF);
    }

    @Override
    public String words(Act act) {
        return ""; // as of a promotion whose answer was lost, nothing is kept without a key
    }

    @Override
    public Identity instead(Act act, Whose whose) {
        throw new IllegalStateException("The bot's own token was refused, not a person's");
    }
}
