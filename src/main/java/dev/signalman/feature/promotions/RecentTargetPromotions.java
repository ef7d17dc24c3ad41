package dev.signalman.feature.promotions;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.signalman.domain.Deployment;
import dev.signalman.domain.DeploymentTarget;
import dev.signalman.semaphore.Semaphore;
import dev.signalman.semaphore.SemaphoreException;
import dev.signalman.semaphore.SemaphoreException.Kind;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the names of promotions from the history of a project's deployment targets, cached for ten minutes. */
final class RecentTargetPromotions {
    private static final Logger LOG = LoggerFactory.getLogger(RecentTargetPromotions.class);
    private static final Duration KEPT = Duration.ofMinutes(10);
    private static final int MOST_TARGETS = 10;

    private final Semaphore semaphore;
    private final Cache<String, List<String>> names;

    @Inject
    RecentTargetPromotions(Semaphore semaphore, InstantSource clock) {
        this.semaphore = semaphore;
        this.names = Caffeine.newBuilder()
                .expireAfterWrite(KEPT)
                .ticker(() -> Duration.between(Instant.EPOCH, clock.instant()).toNanos())
                .build();
    }

    /**
     * The names; empty if there are no targets, or they cannot be read now. A card with a short menu is better than
     * none.
     */
    List<String> of(String projectId) {
        var kept = names.getIfPresent(projectId);
        if (kept != null) {
            return kept;
        }
        try {
            var read = read(projectId);
            names.put(projectId, read);
            return read;
        } catch (SemaphoreException failure) {
            if (lasting(failure.kind())) {
                names.put(projectId, List.of());
            } else {
                LOG.info("Deployment targets could not be read: {}", failure.kind());
            }
            return List.of();
        }
    }

    private static boolean lasting(Kind kind) {
        return kind == Kind.FEATURE_OFF || kind == Kind.NOT_PERMITTED || kind == Kind.NOT_FOUND;
    }

    private List<String> read(String projectId) {
        return semaphore.deploymentTargets().list(projectId).stream()
                .limit(MOST_TARGETS)
                .map(DeploymentTarget::id)
                .flatMap(target -> semaphore.deploymentTargets().history(target, null).items().stream())
                .map(Deployment::promotion)
                .distinct()
                .toList();
    }
}
