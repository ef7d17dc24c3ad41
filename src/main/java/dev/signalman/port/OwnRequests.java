package dev.signalman.port;

import java.util.Optional;

/** A person's own requests for approval, for programs that wait for them. */
public interface OwnRequests {
    /** How a request stands; empty when this person did not make it. */
    Optional<Progress> of(int number, String userId);

    /**
     * How a request stands.
     *
     * @param state one lower-case word, e.g. {@code waiting}, {@code deploying}, {@code rejected}
     * @param over whether nothing more will happen to it
     * @param words the same in whole sentences
     */
    record Progress(String state, boolean over, String words) {}
}
