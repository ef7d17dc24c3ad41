package dev.signalman.subject;

import dev.signalman.domain.Pipeline;
import dev.signalman.domain.Project;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a promotion would ship, and what was shipped lately. Each call reads from Semaphore. */
public interface Shipments {
    /**
     * What promoting {@code pipeline} now would ship.
     *
     * @throws dev.signalman.semaphore.SemaphoreException when it cannot be read
     */
    Shipment of(Project project, String promotion, Pipeline pipeline);

    /**
     * A promotion after {@code since} that makes promoting {@code pipeline} pointless or harmful: the same pipeline, or
     * a newer one of its reference.
     *
     * @return a clause such as {@code a newer one, 9f1c2ab, went there by Bob}
     * @throws dev.signalman.semaphore.SemaphoreException when it cannot be read
     */
    Optional<String> overtaken(Project project, String promotion, Pipeline pipeline, Instant since);

    /**
     * The deploy to go back to after {@code failed}: the last one before it that passed, with another commit.
     *
     * @param failed a deploy of the promotion
     * @throws dev.signalman.semaphore.SemaphoreException when it cannot be read
     */
    Optional<LastGood> lastGood(Project project, String promotion, Pipeline failed);

    /**
     * A deploy that passed.
     *
     * @param parentId the pipeline that was promoted
     * @param deploy the promoted pipeline
     * @param at when it was done; null when unknown
     */
    record LastGood(
            String parentId, Pipeline deploy, @Nullable Instant at) {}

    /**
     * The changes that a promotion would ship.
     *
     * @param since when the previous deploy was done; null when none was found
     * @param from the commit of that deploy; null when none was found
     * @param changes one passed pipeline per commit, newest first, starting with the promoted one; if it rolls back,
     *     the changes that would go, without the promoted one
     * @param exact whether the list is complete
     * @param failures how many deploys failed since that deploy
     * @param rollsBack whether the promoted pipeline is older than what is live, and of the same branch
     */
    record Shipment(
            @Nullable Instant since,
            @Nullable String from,
            List<Pipeline> changes,
            boolean exact,
            int failures,
            boolean rollsBack) {
        /** Keeps its own copy. */
        public Shipment {
            changes = List.copyOf(changes);
        }

        /** Whether it would ship the commit of the previous deploy once more. */
        public boolean redeploys() {
            return from != null
                    && !rollsBack
                    && !changes.isEmpty()
                    && changes.get(0).commit().equals(from);
        }
    }
}
