package dev.signalman.feature.promotions;

import dev.signalman.command.Command;
import dev.signalman.command.Refusal;
import dev.signalman.command.Status;
import dev.signalman.command.Subject;
import dev.signalman.command.Suggestion;
import dev.signalman.dispatch.Invocation;
import dev.signalman.domain.GitRef;
import dev.signalman.domain.Pipeline;
import dev.signalman.port.KnownPromotions;
import dev.signalman.semaphore.Pages;
import dev.signalman.semaphore.Pipelines;
import dev.signalman.semaphore.Semaphore;
import dev.signalman.subject.SubjectResolver;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Finds the pipeline that a promotion without an id means: the newest passed one whose file is known to have the
 * promotion, else the newest passed one that is no deploy.
 */
final class PromotablePipelineFinder {
    private static final int MOST_PAGES = 3;
    private static final int MOST_OFFERED = 3;

    private final SubjectResolver subjectResolver;
    private final Semaphore semaphore;
    private final KnownPromotions known;

    @Inject
    PromotablePipelineFinder(SubjectResolver subjectResolver, Semaphore semaphore, KnownPromotions known) {
        this.subjectResolver = subjectResolver;
        this.semaphore = semaphore;
        this.known = known;
    }

    /**
     * The pipeline to promote.
     *
     * @param newer the newest pipeline of that reference and file, if it is another one; else null
     */
    record Chosen(Pipeline pipeline, @Nullable Pipeline newer) {}

    /**
     * @param instead makes the command for another subject, for the suggestions of a refusal
     */
    Chosen choose(String promotion, Subject said, Function<Subject, ? extends Command> instead, Invocation invocation) {
        var heard = subjectResolver.heard(said, invocation);
        if (heard instanceof Subject.Id) {
            return new Chosen(subjectResolver.pipeline(heard, invocation, instead), null);
        }
        var found = subjectResolver.project(heard, invocation, instead);
        var ref = found.ref() == null ? subjectResolver.defaultRef(found.project()) : found.ref();
        known.seek(found.project(), promotion);
        var files = known.filesOf(found.project(), promotion);
        var filter = Pipelines.Filter.ofProject(found.project().id()).on(ref);
        var seen = Pages.read(
                        MOST_PAGES,
                        page -> semaphore.pipelines().list(filter, page),
                        read -> among(read, files).isPresent())
                .items();
        return among(seen, files)
                .or(() -> fallback(seen, files))
                .map(pipeline -> new Chosen(detailed(pipeline), newer(seen, pipeline)))
                .orElseThrow(() -> nothingPassed(promotion, found.project().name(), ref, seen));
    }

    private Optional<Pipeline> among(List<Pipeline> seen, Set<String> files) {
        return seen.stream()
                .filter(Pipeline::passed)
                .filter(pipeline -> files.isEmpty() ? !pipeline.promoted() : files.contains(pipeline.file()))
                .findFirst();
    }

    private static Optional<Pipeline> fallback(List<Pipeline> seen, Set<String> files) {
        return files.isEmpty()
                ? Optional.empty()
                : seen.stream()
                        .filter(Pipeline::passed)
                        .filter(pipeline -> !pipeline.promoted())
                        .findFirst();
    }

    private Pipeline detailed(Pipeline listed) {
        return semaphore.pipelines().describeInDetail(listed.id());
    }

    private static @Nullable Pipeline newer(List<Pipeline> seen, Pipeline chosen) {
        var newest = seen.stream()
                .filter(pipeline -> pipeline.file().equals(chosen.file()))
                .findFirst();
        return newest.filter(pipeline -> !pipeline.id().equals(chosen.id())).orElse(null);
    }

    private static Refusal nothingPassed(String promotion, String project, GitRef ref, List<Pipeline> seen) {
        var offered = seen.stream()
                .filter(pipeline -> !pipeline.promoted())
                .limit(MOST_OFFERED)
                .map(pipeline -> Suggestion.next(
                        "Status of " + pipeline.shortCommit(), new Status(Subject.pipeline(pipeline.id()))))
                .toList();
        return new Refusal(
                "No pipeline of " + project + " on " + ref.spoken()
                        + " has passed recently, so there is nothing to promote to "
                        + promotion + "."
                        + (offered.isEmpty() ? " None has run there. Push a commit, or name another branch." : ""),
                offered);
    }
}
