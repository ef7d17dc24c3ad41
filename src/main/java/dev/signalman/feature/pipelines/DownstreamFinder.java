package dev.signalman.feature.pipelines;

import dev.signalman.domain.Pipeline;
import dev.signalman.domain.Workflow;
import dev.signalman.port.Watches.Member;
import dev.signalman.semaphore.Pages;
import dev.signalman.semaphore.Pipelines;
import dev.signalman.semaphore.Semaphore;
import dev.signalman.semaphore.Workflows;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Lists new pipelines or workflows of a project, and picks those that came from given pipelines. */
final class DownstreamFinder {
    /** Lists lag a little, and are not strictly ordered by time. */
    private static final Duration OVERLAP = Duration.ofMinutes(2);

    private static final int ON_A_PAGE = 50;
    private static final int MOST_PAGES = 20;

    private final Semaphore semaphore;

    @Inject
    DownstreamFinder(Semaphore semaphore) {
        this.semaphore = semaphore;
    }

    /** A pipeline or workflow that came from {@code parentId}. */
    record Relative(String parentId, DownstreamPipelines.Child child) {}

    /**
     * The result of reading a list.
     *
     * @param newest when the newest entry of the whole list was created, or the cursor's time for an empty list
     */
    record Found(List<Relative> all, Instant newest) {}

    /**
     * Reads the list that the cursor says is next.
     *
     * @throws dev.signalman.semaphore.SemaphoreException when Semaphore cannot be read
     */
    Found since(String projectId, DownstreamCursor mark, List<Member> members) {
        var after = mark.seen().minus(OVERLAP);
        return mark.workflows()
                ? workflows(projectId, mark, after, members)
                : pipelines(projectId, mark, after, members);
    }

    private Found pipelines(String projectId, DownstreamCursor mark, Instant after, List<Member> members) {
        var ids = members.stream().map(Member::pipelineId).collect(Collectors.toSet());
        var filter = Pipelines.Filter.ofProject(projectId).created(after, null).pageOf(ON_A_PAGE);
        var all = Pages.read(MOST_PAGES, page -> semaphore.pipelines().list(filter, page))
                .items();
        var found = all.stream().flatMap(pipeline -> of(pipeline, ids)).toList();
        return new Found(
                found,
                newest(mark, all.stream().map(pipeline -> pipeline.times().created())));
    }

    private static Stream<Relative> of(Pipeline pipeline, Set<String> ids) {
        var parent = pipeline.parentId();
        if (parent == null || !ids.contains(parent)) {
            return Stream.of();
        }
        var kind = pipeline.rebuildOf() == null ? DownstreamPipelines.Kind.PROMOTED : DownstreamPipelines.Kind.REBUILT;
        return Stream.of(new Relative(parent, new DownstreamPipelines.Child(kind, pipeline.id())));
    }

    private Found workflows(String projectId, DownstreamCursor mark, Instant after, List<Member> members) {
        var filter = Workflows.Filter.ofProject(projectId).created(after, null).pageOf(ON_A_PAGE);
        var all = Pages.read(MOST_PAGES, page -> semaphore.workflows().list(filter, page))
                .items();
        var found = all.stream().flatMap(workflow -> of(workflow, members)).toList();
        return new Found(found, newest(mark, all.stream().map(Workflow::created)));
    }

    private static Stream<Relative> of(Workflow workflow, List<Member> members) {
        var child = new DownstreamPipelines.Child(DownstreamPipelines.Kind.RERUN, workflow.id());
        // a workflow's line goes on the card that was shown first
        return members.stream()
                .filter(member -> member.workflowId().equals(workflow.rerunOf()))
                .limit(1)
                .map(member -> new Relative(member.pipelineId(), child));
    }

    private static Instant newest(DownstreamCursor mark, Stream<@Nullable Instant> created) {
        return created.filter(Objects::nonNull).reduce(mark.seen(), (one, other) -> other.isAfter(one) ? other : one);
    }
}
