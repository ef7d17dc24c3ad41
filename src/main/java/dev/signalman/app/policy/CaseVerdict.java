package dev.signalman.app.policy;

import dev.signalman.ruling.Decision;
import java.util.List;

/**
 * What the rules say of a case.
 *
 * @param judgements in words, a line each
 */
record CaseVerdict(CaseAnswer answer, List<String> judgements) {
    /** Keeps its own copy. */
    CaseVerdict {
        judgements = List.copyOf(judgements);
    }

    static CaseVerdict of(Decision decision) {
        return new CaseVerdict(
                CaseAnswer.of(decision), decision.spoken().lines().toList());
    }

    static CaseVerdict refused(String sentences) {
        return new CaseVerdict(
                CaseAnswer.REFUSED, ("not met: " + sentences).lines().toList());
    }

    /** Whether some judgement contains these words. */
    boolean says(String words) {
        return judgements.stream().anyMatch(line -> line.contains(words));
    }
}
