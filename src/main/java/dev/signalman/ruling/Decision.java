package dev.signalman.ruling;

import dev.signalman.command.Refusal;
import dev.signalman.dispatch.Outcome;
import dev.signalman.dispatch.RowChange;
import java.util.List;
import java.util.stream.Collectors;

/**
 * How all rules judge a wish. {@code why}, a request's card, a refusal and the ledger all show this value.
 *
 * @param judgements in display order
 * @param guards check, in the transaction that records the outcome, that the decision still holds
 */
public record Decision(List<Judgement> judgements, List<RowChange> guards) {
    private static final int MOST_OFFERED = 5;

    /** Keeps its own copies. */
    public Decision {
        judgements = List.copyOf(judgements);
        guards = List.copyOf(guards);
    }

    /** A decision without guards. */
    public Decision(List<Judgement> judgements) {
        this(judgements, List.of());
    }

    /** Whether the wish may go now: there are judgements, and all are met. */
    public boolean granted() {
        return !judgements.isEmpty() && judgements.stream().allMatch(Judgement::met);
    }

    /** Whether an approval request may be opened: votes are missing, and all other rules are met or only need time. */
    public boolean mayBeAskedFor() {
        return has(Verdict.VOTES) && onlyWaits();
    }

    /** Whether only votes or time can still be missing. */
    public boolean onlyWaits() {
        return !judgements.isEmpty()
                && judgements.stream()
                        .map(Judgement::verdict)
                        .allMatch(verdict ->
                                verdict == Verdict.MET || verdict == Verdict.VOTES || verdict == Verdict.WAITS);
    }

    /** Whether some judgement has this verdict. */
    public boolean has(Verdict verdict) {
        return judgements.stream().anyMatch(each -> each.verdict() == verdict);
    }

    /** The judgements that are not met. */
    public List<Judgement> unmet() {
        return judgements.stream().filter(each -> !each.met()).toList();
    }

    /** The judgements on one topic. */
    public List<Judgement> about(RuleTopic topic) {
        return judgements.stream().filter(each -> each.topic() == topic).toList();
    }

    /** A refusal that lists every unmet rule. */
    public Refusal refusal() {
        return new Refusal(
                        judgements.isEmpty()
                                ? "No rule allows this. Please report it to your Signalman admin."
                                : unmet().stream().map(Decision::sentence).collect(Collectors.joining(" ")),
                        unmet().stream()
                                .flatMap(each -> each.instead().stream())
                                .distinct()
                                .limit(MOST_OFFERED)
                                .toList())
                .naming(unmet().stream()
                        .flatMap(each -> each.line().times().stream())
                        .toList());
    }

    /** Ends a judgement with a full stop, so that several can be joined in one line. */
    private static String sentence(Judgement judgement) {
        var spoken = judgement.spoken();
        return spoken.matches("(?s).*[.!?:…]") ? spoken : spoken + ".";
    }

    /** Adds this decision's guards to an outcome, so it is recorded only if the decision still holds. */
    public Outcome guard(Outcome outcome) {
        var guarded = outcome;
        for (var guard : guards) {
            guarded = guarded.with(guard);
        }
        return guarded;
    }

    /** All judgements in plain words, one per line. */
    public String spoken() {
        return judgements.stream()
                .map(each -> (each.met() ? "met: " : "not met: ") + each.spoken())
                .collect(Collectors.joining("\n"));
    }
}
