package dev.signalman.feature.outofband;

import dev.signalman.domain.Pipeline;
import dev.signalman.domain.Project;
import dev.signalman.ruling.Decision;
import dev.signalman.ruling.Policy;
import dev.signalman.ruling.RuleTopic;
import java.util.List;

/**
 * A promotion that went past the rules, with what they say of it.
 *
 * @param parent the pipeline that was promoted, in detail
 * @param who by name, or by account where no name is known
 * @param way how it went
 * @param policies those that match
 * @param decision by the rules about what is promoted and when, not about who asks
 */
record Bypass(
        ObservedPromotion seen,
        Project project,
        Pipeline parent,
        String who,
        Way way,
        List<Policy> policies,
        Decision decision) {
    /** The ways past the rules. */
    enum Way {
        /** Somebody promoted in Semaphore. */
        PAST,
        /** Semaphore promoted by itself. */
        AUTOMATIC,
        /** The bot promoted, and something else was started than the rules say. */
        OURS
    }

    /** Keeps its own copy. */
    Bypass {
        policies = List.copyOf(policies);
    }

    boolean automatic() {
        return way == Way.AUTOMATIC;
    }

    String promotion() {
        return seen.event().name();
    }

    /** Whether it went past a rule of the file, or a lock, that was not met. */
    boolean againstRules() {
        var ruled = !policies.isEmpty() || decision.unmet().stream().anyMatch(each -> each.topic() == RuleTopic.LOCK);
        return ruled && !decision.granted();
    }
}
