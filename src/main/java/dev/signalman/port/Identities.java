package dev.signalman.port;

import dev.signalman.dispatch.Act;
import dev.signalman.domain.Actor;
import dev.signalman.semaphore.TokenChoice;

/** Finds the token with which an act is done. What a person may do here is judged elsewhere: a token gives no right to act. */
public interface Identities {
    /**
     * How somebody's own token stands. Nothing is changed.
     *
     * @throws dev.signalman.chat.MessengerException when Slack does not say where the bot is installed
     */
    Standing of(Actor person);

    /** How somebody's own token stands. */
    enum Standing {
        LINKED,
        /** They have linked none. */
        NONE,
        /** They have, and it cannot be read any more. */
        LOST,
        /** Nobody can link any here. */
        OFF
    }

    /**
     * The identity with which {@code act} is carried out for whoever asked for it, the same one at every attempt.
     *
     * @param tokenChoice what holds when it is chosen for the first time
     * @throws dev.signalman.command.Refusal when it must be the person's and that is not to be had
     */
    ActingIdentity of(Act act, TokenChoice tokenChoice);

    /** How a card says whose token was chosen for {@code act}, as {@link ActingIdentity#words} does; empty while none is. */
    String words(Act act);

    /**
     * Semaphore refuses the person's token with which {@code act} was just tried, so it is forgotten.
     *
     * @return the bot's identity, when that may be used too and nothing was asked for in the person's name before
     * @throws dev.signalman.command.Refusal that says it to the person, otherwise
     */
    ActingIdentity instead(Act act, TokenChoice tokenChoice);
}
