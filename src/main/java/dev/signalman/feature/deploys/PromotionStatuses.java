package dev.signalman.feature.deploys;

import dev.signalman.domain.Pipeline;
import dev.signalman.subject.SubjectResolver;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** Compares what each promotion of a project has deployed with what could follow. */
final class PromotionStatuses {
    private final SubjectResolver subjectResolver;

    @Inject
    PromotionStatuses(SubjectResolver subjectResolver) {
        this.subjectResolver = subjectResolver;
    }

    /** One status per promotion, in display order. */
    List<PromotionStatus> of(ProjectDeploys found) {
        return found.promotions().stream()
                .map(promotion -> status(promotion, found))
                .toList();
    }

    private PromotionStatus status(String promotion, ProjectDeploys found) {
        var all = found.through(promotion);
        var current = found.current(promotion).orElse(null);
        var last = all.isEmpty() ? null : all.get(0);
        if (current == null) {
            Optional<Pipeline> candidate = found.candidate(promotion, subjectResolver.defaultRef(found.project()));
            return new PromotionStatus(promotion, null, last, 0, true, candidate.orElse(null));
        }
        var since = found.since(current);
        long commits = since.stream().map(Pipeline::commit).distinct().count();
        var newest = since.isEmpty() ? null : since.get(0);
        return new PromotionStatus(promotion, current, last, (int) commits, found.sees(current), newest);
    }
}
