package dev.signalman.feature.promotions;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.signalman.domain.Pipeline;
import dev.signalman.domain.Promotion;
import dev.signalman.semaphore.Pipelines;
import dev.signalman.semaphore.Semaphore;
import dev.signalman.semaphore.SemaphoreException;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads a project's recent promotions: once when the project is first seen, and again when somebody asks for an unknown
 * name. The table {@code read_project} has the time of the last read, so other instances do not repeat it.
 */
final class RecentPromotions {
    private static final Logger LOG = LoggerFactory.getLogger(RecentPromotions.class);
    private static final Duration BETWEEN_READINGS = Duration.ofMinutes(2);
    private static final Duration BETWEEN_TRIES = Duration.ofMinutes(1);
    private static final int ON_A_PAGE = 50;
    private static final int MOST_PROMOTED = 10;

    private final Semaphore semaphore;
    private final Jdbi jdbi;
    private final InstantSource clock;
    private final Cache<String, Boolean> tried;

    @Inject
    RecentPromotions(Semaphore semaphore, Jdbi jdbi, InstantSource clock) {
        this.semaphore = semaphore;
        this.jdbi = jdbi;
        this.clock = clock;
        this.tried = Caffeine.newBuilder()
                .expireAfterWrite(BETWEEN_TRIES)
                .ticker(() -> Duration.between(Instant.EPOCH, clock.instant()).toNanos())
                .build();
    }

    /**
     * Reads the promotions unless they were read before. A failure is only logged, since a card with a short menu is
     * better than none.
     */
    void meet(String projectId) {
        var unused = tried.get("meet " + projectId, key -> readAt(projectId).isPresent() || read(projectId));
    }

    /** Reads the promotions unless they were read in the last two minutes. */
    void seek(String projectId) {
        var unused = tried.get("seek " + projectId, key -> {
            var before = readAt(projectId);
            var known =
                    before.isPresent() && before.get().plus(BETWEEN_READINGS).isAfter(clock.instant());
            return known || read(projectId);
        });
    }

    private Optional<Instant> readAt(String projectId) {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT read_at FROM read_project WHERE project_id = :project")
                        .bind("project", projectId)
                        .mapTo(Instant.class)
                        .findOne());
    }

    private boolean read(String projectId) {
        try {
            write(projectId, promoted(projectId));
            return true;
        } catch (SemaphoreException failure) {
            LOG.info("The recent promotions of project {} could not be read: {}", projectId, failure.kind());
            return false;
        }
    }

    /** The names of promotions by the pipeline they started from, for the newest promoted pipelines. */
    private Map<Pipeline, List<String>> promoted(String projectId) {
        var filter = Pipelines.Filter.ofProject(projectId).pageOf(ON_A_PAGE);
        var listed = semaphore.pipelines().list(filter, null).items();
        var byId = listed.stream().collect(Collectors.toMap(Pipeline::id, Function.identity(), (one, same) -> one));
        var promoted = new HashMap<Pipeline, List<String>>();
        listed.stream()
                .flatMap(each -> Optional.ofNullable(each.promotionOf()).stream())
                .distinct()
                .limit(MOST_PROMOTED)
                .map(id -> byId.containsKey(id)
                        ? byId.get(id)
                        : semaphore.pipelines().describe(id))
                .filter(parent -> !parent.switchId().isEmpty())
                .forEach(parent -> promoted.put(parent, names(parent)));
        return promoted;
    }

    private List<String> names(Pipeline parent) {
        return semaphore.promotions().list(parent.id(), null, null).items().stream()
                .map(Promotion::name)
                .distinct()
                .toList();
    }

    private void write(String projectId, Map<Pipeline, List<String>> promoted) {
        jdbi.useTransaction(handle -> {
            promoted.forEach((parent, names) -> note(handle, projectId, parent.file(), names));
            var now = clock.instant();
            int changed = handle.createUpdate("UPDATE read_project SET read_at = :now WHERE project_id = :project")
                    .bind("now", now)
                    .bind("project", projectId)
                    .execute();
            if (changed == 0) {
                handle.createUpdate("""
                                INSERT INTO read_project (project_id, read_at)
                                VALUES (:project, :now)
                                ON CONFLICT DO NOTHING
                                """)
                        .bind("project", projectId)
                        .bind("now", now)
                        .execute();
            }
        });
    }

    /** Records that pipelines of this file have these promotions. */
    static void note(Handle handle, String projectId, String file, List<String> names) {
        for (var name : names) {
            handle.createUpdate("""
                            INSERT INTO known_promotion (project_id, file, name)
                            VALUES (:project, :file, :name)
                            ON CONFLICT DO NOTHING
                            """)
                    .bind("project", projectId)
                    .bind("file", file)
                    .bind("name", name)
                    .execute();
        }
    }
}
