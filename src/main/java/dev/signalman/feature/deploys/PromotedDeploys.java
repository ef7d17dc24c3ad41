package dev.signalman.feature.deploys;

import dev.signalman.domain.Pipeline;
import dev.signalman.domain.Promotion;
import dev.signalman.semaphore.Semaphore;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds deploys in the promotions of recent pipelines. */
final class PromotedDeploys {
    /** Maximum number of pipelines whose promotions are read, one call each. */
    private static final int MOST_PARENTS = 20;

    private final Semaphore semaphore;
    private final PromoterNames promoterNames;

    @Inject
    PromotedDeploys(Semaphore semaphore, PromoterNames promoterNames) {
        this.semaphore = semaphore;
        this.promoterNames = promoterNames;
    }

    /** The deploys promoted from recent pipelines; {@code promotion} null for every name. */
    List<Deploy> of(RecentPipelines recent, @Nullable String promotion) {
        return recent.newestFirst().stream()
                .map(Pipeline::promotionOf)
                .filter(Objects::nonNull)
                .distinct()
                .limit(MOST_PARENTS)
                .flatMap(parent -> from(parent, promotion, recent))
                .toList();
    }

    private Stream<Deploy> from(String parentId, @Nullable String promotion, RecentPipelines recent) {
        return semaphore.promotions().list(parentId, promotion, null).items().stream()
                .map(each ->
                        deploy(each, parentId, recent.withId(each.pipelineId()).orElse(null)));
    }

    private Deploy deploy(Promotion promotion, String parentId, @Nullable Pipeline pipeline) {
        return new Deploy(
                promotion.name(),
                parentId,
                promotion.triggered(),
                promoterNames.of(promotion.triggeredBy(), promotion.pipelineId(), pipeline),
                pipeline,
                switch (promotion.status()) {
                    case FAILED -> "couldn't start";
                    case PROCESSING -> "is in progress";
                    case PASSED, UNKNOWN -> "was deployed, result unknown";
                });
    }
}
