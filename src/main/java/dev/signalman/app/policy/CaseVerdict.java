package dev.signalman.app.policy;

import dev.signalman.ruling.Decision;
import dev.signalman.ruling.Verdict;
import java.util.List;

/**
 * What the rules say of a case.
 *
 * @param judgements in words, a line each
 * @param known whether no rule lacked a fact
 */
record CaseVerdict(CaseOutcome answer, List<String> judgements, boolean known) {
    /** Keeps its own copy. */
    CaseVerdict {
        judgements = List.copyOf(judgements);
    }

    /** A verdict for which nothing was unknown. */
    CaseVerdict(CaseOutcome answer, List<String> judgements) {
        this(answer, judgements, true);
    }

    static CaseVerdict of(Decision decision) {
        return new CaseVerdict(
                CaseOutcome.of(decision), decision.spoken().lines().toList(), !decision.has(Verdict.UNKNOWN));
    }

    static CaseVerdict refused(String sentences) {
        return new CaseVerdict(
                CaseOutcome.REFUSED, ("not met: " + sentences).lines().toList());
    }

    /** The judgements that are not met. */
    List<String> unmet() {
        return judgements.stream().filter(line -> line.startsWith("not met: ")).toList();
    }

    /** Whether some judgement contains these words. */
    boolean says(String words) {
        return judgements.stream().anyMatch(line -> line.contains(words));
    }
}
