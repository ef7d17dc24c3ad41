package dev.signalman.semaphore;

import java.util.Collection;

/** With whose token something is done; the stricter a word is, the later it stands. */
public enum TokenChoice {
    /** The bot's own. */
    SERVICE,
    /** That of whoever asks, where they have linked one; else the bot's own. */
    PERSON_OR_SERVICE,
    /** That of whoever asks, and no other. */
    PERSON;

    /** What holds where all of {@code said} must: the strictest; {@code SERVICE} where nothing is said. */
    public static TokenChoice strictest(Collection<TokenChoice> said) {
        return said.stream().max(Enum::compareTo).orElse(SERVICE);
    }
}
