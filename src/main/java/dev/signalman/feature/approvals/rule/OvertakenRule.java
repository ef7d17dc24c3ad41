package dev.signalman.feature.approvals.rule;

import dev.signalman.domain.Pipeline;
import dev.signalman.domain.Promotion;
import dev.signalman.ruling.DeployStart;
import dev.signalman.ruling.Judgement;
import dev.signalman.ruling.Rule;
import dev.signalman.ruling.RuleTopic;
import dev.signalman.ruling.Wish;
import dev.signalman.semaphore.Semaphore;
import dev.signalman.subject.Shipments;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Requires that, since the request was opened, neither its pipeline nor a newer one went through the promotion. The
 * fact is the one that did.
 */
public final class OvertakenRule implements Rule<Optional<String>> {
    private final Shipments shipments;
    private final Semaphore semaphore;

    @Inject
    OvertakenRule(Shipments shipments, Semaphore semaphore) {
        this.shipments = shipments;
        this.semaphore = semaphore;
    }

    @Override
    public RuleTopic topic() {
        return RuleTopic.OVERTAKEN;
    }

    @Override
    public Optional<String> gather(Wish wish) {
        Instant opened = wish.opened();
        if (opened == null || !(wish.start() instanceof DeployStart.Promotion promotion)) {
            return Optional.empty();
        }
        Pipeline pipeline = promotion.pipeline();
        return isGoing(wish.promotion(), pipeline, opened)
                ? Optional.of("it was promoted")
                : shipments.overtaken(wish.project(), wish.promotion(), pipeline, opened);
    }

    /** A promotion that was just triggered has no pipeline yet, so the deploys do not show it. */
    private boolean isGoing(String promotion, Pipeline pipeline, Instant since) {
        return semaphore.promotions().list(pipeline.id(), promotion, null).items().stream()
                .filter(each -> each.pipelineId() == null && each.status() != Promotion.Status.FAILED)
                .anyMatch(each -> each.triggered() != null && each.triggered().isAfter(since));
    }

    @Override
    public List<Judgement> judge(Wish wish, Optional<String> overtaken) {
        return List.of(overtaken
                .map(what -> Judgement.refused(
                        topic(), "Since this was requested, " + what + ". Promote again if you still need it."))
                .orElse(Judgement.met(topic(), "Nothing newer was promoted since")));
    }
}
