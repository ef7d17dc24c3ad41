package dev.signalman.feature.linking;

import dev.signalman.semaphore.Credential;

/** The bot's own token, which is nobody's to link. */
record BotToken(Credential credential) {
    /** Whether it is this one. */
    boolean is(Credential other) {
        return credential.equals(other);
    }
}
