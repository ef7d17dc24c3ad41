package dev.signalman.port;

import dev.signalman.dispatch.Act;
import dev.signalman.domain.Actor;
import dev.signalman.semaphore.TokenChoice;

/** Chooses the token for an act. A token gives no right to act: permissions are checked elsewhere. */
public interface Identities {
    /**
     * The state of a person's own token. Changes nothing.
     *
     * @throws dev.signalman.chat.MessengerException when Slack does not return the workspace
     */
    Standing of(Actor person);

    /** The state of a person's own token. */
    enum Standing {
        LINKED,
        /** None is linked. */
        NONE,
        /** One is linked, but can no longer be read. */
        LOST,
        /** Linking is disabled. */
        OFF
    }

    /**
     * The identity that carries out {@code act} for its asker; every attempt gets the same one.
     *
     * @param tokenChoice the rule for the first choice
     * @throws dev.signalman.command.Refusal when it must be the person's token, and there is none
     */
    ActingIdentity of(Act act, TokenChoice tokenChoice);

    /** Whose token was chosen for {@code act}, like {@link ActingIdentity#words}; empty before the choice. */
    String words(Act act);

    /**
     * Deletes the person's token because Semaphore refused it for {@code act}.
     *
     * @return the bot's identity, if it may be used too and no earlier call used the person's token
     * @throws dev.signalman.command.Refusal otherwise, with the reason for the person
     */
    ActingIdentity instead(Act act, TokenChoice tokenChoice);
}
