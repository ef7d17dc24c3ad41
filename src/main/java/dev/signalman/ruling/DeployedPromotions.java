package dev.signalman.ruling;

import dev.signalman.command.Refusal;
import dev.signalman.domain.Pipeline;
import dev.signalman.domain.Promotion;
import dev.signalman.semaphore.Semaphore;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Tells which promotions a pipeline counts as: the one that started it, and those whose file it runs. */
public final class DeployedPromotions {
    private static final int LONGEST_CHAIN = 20;

    private final Supplier<Policies> policies;
    private final Semaphore semaphore;

    @Inject
    DeployedPromotions(Supplier<Policies> policies, Semaphore semaphore) {
        this.policies = policies;
        this.semaphore = semaphore;
    }

    /**
     * The promotions of a pipeline, each with all policies that apply to it.
     *
     * @param project its project's name in the rules
     * @throws Refusal when Semaphore does not say which promotion started it
     * @throws dev.signalman.semaphore.SemaphoreException when it cannot be read
     */
    public Map<String, List<Policy>> of(Pipeline pipeline, String project) {
        var ways = ofFile(pipeline.file(), project);
        var first = first(pipeline);
        if (first.promotionOf() != null) {
            var promotion = promotion(first, first.promotionOf());
            ways.put(promotion, policies.get().of(promotion, project));
        }
        return ways;
    }

    /** The promotions that start a pipeline file, each with all policies that apply to it. */
    public Map<String, List<Policy>> ofFile(String file, String project) {
        var rules = policies.get();
        var ways = new LinkedHashMap<String, List<Policy>>();
        for (var policy : rules.naming(file, project)) {
            var all = new ArrayList<>(rules.of(policy.name(), project));
            if (!all.contains(policy)) {
                all.add(policy);
            }
            ways.put(policy.name(), all);
        }
        return ways;
    }

    /** The original of a chain of rebuilds; only that one is in the list of promotions. */
    private Pipeline first(Pipeline pipeline) {
        var first = pipeline;
        for (int n = 0; first.rebuildOf() != null; n++) {
            if (n == LONGEST_CHAIN) {
                throw new Refusal(
                        "I can't tell whether this pipeline is a deploy. Rerun its workflow, or promote again.");
            }
            first = semaphore.pipelines().describe(first.rebuildOf());
        }
        return first;
    }

    private String promotion(Pipeline deploy, String parent) {
        return semaphore.promotions().list(parent, null, null).items().stream()
                .filter(each -> deploy.id().equals(each.pipelineId()))
                .map(Promotion::name)
                .findFirst()
                .orElseThrow(() -> new Refusal(
                        "This pipeline is a deploy, and Semaphore doesn't say by which promotion, so I can't check "
                                + "its rules. Promote again instead of rebuilding."));
    }
}
