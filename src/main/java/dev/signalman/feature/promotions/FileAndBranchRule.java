package dev.signalman.feature.promotions;

import dev.signalman.domain.GitRef;
import dev.signalman.domain.Pipeline;
import dev.signalman.domain.RefPattern;
import dev.signalman.ruling.DeployStart;
import dev.signalman.ruling.Judgement;
import dev.signalman.ruling.Policy;
import dev.signalman.ruling.Rule;
import dev.signalman.ruling.RuleTopic;
import dev.signalman.ruling.Wish;
import dev.signalman.semaphore.Semaphore;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Restricts promotions to the pipeline files and branches that the policies name. */
final class FileAndBranchRule implements Rule<FileAndBranchRule.Origin> {
    private static final int LONGEST_CHAIN = 20;

    private final Semaphore semaphore;

    @Inject
    FileAndBranchRule(Semaphore semaphore) {
        this.semaphore = semaphore;
    }

    /**
     * The origin of a deploy.
     *
     * @param file the file of the promoted pipeline; null if none was promoted
     * @param ref the branch, tag or pull request
     */
    record Origin(@Nullable String file, GitRef ref) {}

    @Override
    public RuleTopic topic() {
        return RuleTopic.ORIGIN;
    }

    @Override
    public Origin gather(Wish wish) {
        var start = wish.start();
        if (start instanceof DeployStart.Run run) {
            return new Origin(null, run.ref());
        }
        if (start instanceof DeployStart.Held held) {
            return deploy(wish, held.deploy());
        }
        var promoted = start.promoted();
        return promoted == null
                ? deploy(wish, Objects.requireNonNull(start.pipeline()))
                : new Origin(promoted.file(), promoted.ref());
    }

    /** The origin of a deploy that runs again. Its parent is read only if a policy restricts files. */
    private Origin deploy(Wish wish, Pipeline deploy) {
        if (wish.policies().stream().allMatch(policy -> policy.from().isEmpty())) {
            return new Origin(null, deploy.ref());
        }
        var first = deploy;
        for (int n = 0; n < LONGEST_CHAIN && first.rebuildOf() != null; n++) {
            first = semaphore.pipelines().describe(first.rebuildOf());
        }
        var parent = first.rebuildOf() == null ? first.promotionOf() : null;
        return new Origin(
                parent == null ? null : semaphore.pipelines().describe(parent).file(), deploy.ref());
    }

    @Override
    public List<Judgement> judge(Wish wish, Origin origin) {
        var unmet = new ArrayList<Judgement>();
        for (var policy : wish.policies()) {
            if (!policy.from().isEmpty() && (origin.file() == null || !policy.mayStartFrom(origin.file()))) {
                unmet.add(Judgement.refused(topic(), file(wish, policy, origin.file())));
            }
            if (!policy.mayShip(origin.ref())) {
                unmet.add(Judgement.refused(topic(), branch(wish, policy, origin.ref())));
            }
        }
        return unmet.isEmpty() ? List.of(Judgement.met(topic(), met(wish, origin))) : unmet;
    }

    private static String met(Wish wish, Origin origin) {
        var files = wish.policies().stream().anyMatch(policy -> !policy.from().isEmpty());
        var branches =
                wish.policies().stream().anyMatch(policy -> !policy.branches().isEmpty());
        if (!files && !branches) {
            return "Allowed from any pipeline file and branch";
        }
        return "Allowed"
                + (files ? " from " + origin.file() : "")
                + (branches ? " on " + origin.ref().spoken() : "");
    }

    private static String file(Wish wish, Policy policy, @Nullable String file) {
        var allowed = String.join(", ", policy.from());
        return file == null
                ? wish.promotion() + " only starts when a pipeline of " + allowed + " is promoted (" + policy.place()
                        + ".from). Promote one of those."
                : wish.promotion() + " only starts from " + allowed + ", but this pipeline ran " + file + " ("
                        + policy.place() + ".from). Promote a pipeline of " + allowed + ".";
    }

    private static String branch(Wish wish, Policy policy, GitRef ref) {
        var allowed = policy.branches().stream().map(RefPattern::text).collect(Collectors.joining(", "));
        return wish.promotion() + " only starts on " + allowed + ", but this is " + ref.spoken() + " (" + policy.place()
                + ".branches). Merge it there, then promote that.";
    }
}
