package dev.signalman.feature.outofband;

import dev.signalman.domain.Pipeline;
import dev.signalman.domain.Project;
import dev.signalman.ruling.Decision;
import dev.signalman.ruling.Policy;
import dev.signalman.ruling.RuleTopic;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A deploy that bypassed the rules, and the decision of the rules about it.
 *
 * @param deploy the pipeline that deploys
 * @param parent the pipeline whose commit ships: the promoted one, or else the deploy itself
 * @param promotion the promotion that it is, or that its file belongs to
 * @param account the Semaphore account that started it; null when nobody did
 * @param who the name of whoever started it, or the account where no name is known
 * @param policies the policies that match
 * @param decision the verdict on what was promoted and when; it ignores who asked
 */
record Bypass(
        Pipeline deploy,
        Pipeline parent,
        String promotion,
        @Nullable String account,
        Project project,
        String who,
        Way way,
        List<Policy> policies,
        Decision decision) {
    enum Way {
        /** Somebody promoted in Semaphore. */
        PAST,
        /** Semaphore auto-promoted. */
        AUTOMATIC,
        /** No promotion started it, but a run, rerun or rebuild in Semaphore. */
        RUN,
        /** The bot promoted, but another file was started than the rules name. */
        OURS
    }

    Bypass {
        policies = List.copyOf(policies);
    }

    boolean automatic() {
        return way == Way.AUTOMATIC;
    }

    /** Whether a rule of the configuration file, or a lock, was not met. */
    boolean againstRules() {
        var ruled = !policies.isEmpty() || decision.unmet().stream().anyMatch(each -> each.topic() == RuleTopic.LOCK);
        return ruled && !decision.granted();
    }
}
