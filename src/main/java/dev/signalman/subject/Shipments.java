package dev.signalman.subject;

import dev.signalman.domain.Pipeline;
import dev.signalman.domain.Project;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a promotion would ship, and what went through it lately; read from Semaphore each time. */
public interface Shipments {
    /**
     * What would ship if {@code pipeline} went through {@code promotion} now.
     *
     * @throws dev.signalman.semaphore.SemaphoreException when it cannot be read
     */
    Shipment of(Project project, String promotion, Pipeline pipeline);

    /**
     * What went through {@code promotion} after {@code since} that makes promoting {@code pipeline} pointless or harmful: the same
     * pipeline, or a newer one of its reference.
     *
     * @return a clause such as {@code a newer one, 9f1c2ab, went there by Bob}
     * @throws dev.signalman.semaphore.SemaphoreException when it cannot be read
     */
    Optional<String> overtaken(Project project, String promotion, Pipeline pipeline, Instant since);

    /**
     * What would ship.
     *
     * @param since when the deploy was done that it would follow; null when none was found
     * @param from the commit of that deploy; null when none was found
     * @param changes one passed pipeline for each commit, the newest first; {@code pipeline} is the first
     * @param exact whether these are all
     */
    record Shipment(@Nullable Instant since, @Nullable String from, List<Pipeline> changes, boolean exact) {
        /** Keeps its own copy. */
        public Shipment {
            changes = List.copyOf(changes);
        }
    }
}
