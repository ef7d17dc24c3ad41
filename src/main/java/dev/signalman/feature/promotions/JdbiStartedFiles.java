package dev.signalman.feature.promotions;

import dev.signalman.dispatch.RowChange;
import dev.signalman.domain.NormalizedName;
import dev.signalman.domain.Pipeline;
import dev.signalman.domain.Project;
import dev.signalman.port.PromotionRecords;
import dev.signalman.port.PromotionRecords.Kept;
import dev.signalman.port.StartedFiles;
import dev.signalman.ruling.Policy;
import dev.signalman.semaphore.Pipelines;
import dev.signalman.semaphore.Semaphore;
import dev.signalman.semaphore.SemaphoreException;
import dev.signalman.semaphore.SemaphoreException.Kind;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;

/**
 * Stores the files that promotions started, in the table {@code started_file}. For an unknown promotion it reads the
 * deploys that the bot recorded, then the project's newest ones.
 */
final class JdbiStartedFiles implements StartedFiles {
    private static final int LONGEST_KEY = 500;
    private static final int MOST_RECORDS = 200;
    private static final int MOST_READ = 3;
    private static final int MOST_FILES = 8;

    private final Jdbi jdbi;
    private final PromotionRecords records;
    private final Semaphore semaphore;

    @Inject
    JdbiStartedFiles(Jdbi jdbi, PromotionRecords records, Semaphore semaphore) {
        this.jdbi = jdbi;
        this.records = records;
        this.semaphore = semaphore;
    }

    @Override
    public Set<String> of(Project project, String promotion) {
        var kept = kept(project.id(), promotion);
        if (!kept.isEmpty()) {
            return kept;
        }
        var found = recorded(project.id(), promotion);
        if (found.isEmpty()) {
            found = listed(project.id(), promotion);
        }
        var files = Set.copyOf(found);
        jdbi.useHandle(handle ->
                files.forEach(file -> seen(project.id(), promotion, file).write(handle)));
        return files;
    }

    @Override
    public RowChange seen(String projectId, String promotion, String file) {
        return handle -> handle.createUpdate("""
                        INSERT INTO started_file (project_id, promotion_key, file)
                        VALUES (:project, :key, :file)
                        ON CONFLICT DO NOTHING
                        """)
                .bind("project", projectId)
                .bind("key", key(promotion))
                .bind("file", Policy.path(file))
                .execute();
    }

    private Set<String> kept(String projectId, String promotion) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT file FROM started_file WHERE project_id = :project AND promotion_key = :key")
                .bind("project", projectId)
                .bind("key", key(promotion))
                .mapTo(String.class)
                .set());
    }

    private Set<String> recorded(String projectId, String promotion) {
        var key = key(promotion);
        return records.of(projectId, null, MOST_RECORDS).stream()
                .filter(each -> key(each.promotion()).equals(key))
                .map(Kept::pipelineId)
                .limit(MOST_READ)
                .flatMap(this::file)
                .collect(Collectors.toSet());
    }

    /** Empty if the pipeline is gone: Semaphore deletes pipelines after a while. */
    private Stream<String> file(String pipelineId) {
        try {
            return Stream.of(
                    Policy.path(semaphore.pipelines().describe(pipelineId).file()));
        } catch (SemaphoreException failure) {
            if (failure.kind() != Kind.NOT_FOUND) {
                throw failure;
            }
            return Stream.empty();
        }
    }

    private Set<String> listed(String projectId, String promotion) {
        var files = new HashSet<String>();
        return semaphore.pipelines().list(Pipelines.Filter.ofProject(projectId), null).items().stream()
                .filter(pipeline -> pipeline.promoted() && files.add(Policy.path(pipeline.file())))
                .limit(MOST_FILES)
                .filter(pipeline -> madeBy(pipeline, promotion))
                .map(pipeline -> Policy.path(pipeline.file()))
                .collect(Collectors.toSet());
    }

    private boolean madeBy(Pipeline deploy, String promotion) {
        var parent = Objects.requireNonNull(deploy.promotionOf());
        return semaphore.promotions().list(parent, promotion, null).items().stream()
                .anyMatch(each -> deploy.id().equals(each.pipelineId()));
    }

    private static String key(String promotion) {
        var plain = NormalizedName.of(promotion);
        return plain.length() <= LONGEST_KEY ? plain : plain.substring(0, LONGEST_KEY);
    }
}
