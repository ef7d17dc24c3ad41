package dev.signalman.feature.outofband;

import dev.signalman.domain.Pipeline;
import dev.signalman.domain.Project;
import dev.signalman.ruling.Decision;
import dev.signalman.ruling.Policy;
import dev.signalman.ruling.RuleTopic;
import java.util.List;

/**
 * A promotion that bypassed the rules, and the decision of the rules about it.
 *
 * @param parent the pipeline that was promoted, in detail
 * @param who the name of the promoter, or the account where no name is known
 * @param policies the policies that match
 * @param decision the verdict on what was promoted and when; it ignores who asked
 */
record Bypass(
        ObservedPromotion seen,
        Project project,
        Pipeline parent,
        String who,
        Way way,
        List<Policy> policies,
        Decision decision) {
    enum Way {
        /** Somebody promoted in Semaphore. */
        PAST,
        /** Semaphore auto-promoted. */
        AUTOMATIC,
        /** The bot promoted, but another file was started than the rules name. */
        OURS
    }

    Bypass {
        policies = List.copyOf(policies);
    }

    boolean automatic() {
        return way == Way.AUTOMATIC;
    }

    String promotion() {
        return seen.event().name();
    }

    /** Whether a rule of the configuration file, or a lock, was not met. */
    boolean againstRules() {
        var ruled = !policies.isEmpty() || decision.unmet().stream().anyMatch(each -> each.topic() == RuleTopic.LOCK);
        return ruled && !decision.granted();
    }
}
