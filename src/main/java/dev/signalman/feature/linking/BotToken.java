package dev.signalman.feature.linking;

import dev.signalman.semaphore.Credential;

/** The bot's own token, which nobody may link. */
record BotToken(Credential credential) {
    boolean is(Credential other) {
        return credential.equals(other);
    }
}
