package dev.signalman.semaphore;

import java.util.Collection;

/** Whose token an act uses, from the least to the most strict. */
public enum TokenChoice {
    /** The bot's token. */
    SERVICE,
    /** The asking person's linked token, or else the bot's. */
    PERSON_OR_SERVICE,
    /** Only the asking person's token. */
    PERSON;

    /** The strictest of {@code said}; {@code SERVICE} when it is empty. */
    public static TokenChoice strictest(Collection<TokenChoice> said) {
        return said.stream().max(Enum::compareTo).orElse(SERVICE);
    }
}
