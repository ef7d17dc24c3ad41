package dev.signalman.ruling;

import dev.signalman.command.Refusal;
import dev.signalman.dispatch.Outcome;
import dev.signalman.dispatch.RowChange;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What all rules say of a wish. The same value is shown by {@code why}, by the card of a request, by a refusal and in the records.
 *
 * @param judgements in the order in which they are shown
 * @param guards look, in the transaction that records what was decided, whether it still holds
 */
public record Decision(List<Judgement> judgements, List<RowChange> guards) {
    private static final int MOST_OFFERED = 5;

    /** Keeps its own copies. */
    public Decision {
        judgements = List.copyOf(judgements);
        guards = List.copyOf(guards);
    }

    /** One that holds whatever changes before it is recorded. */
    public Decision(List<Judgement> judgements) {
        this(judgements, List.of());
    }

    /** Whether it may go now: every rule is met, and there is one. */
    public boolean granted() {
        return !judgements.isEmpty() && judgements.stream().allMatch(Judgement::met);
    }

    /** Whether a request for it may be opened: votes are missing, and nothing stands against it that does not pass by itself. */
    public boolean mayBeAskedFor() {
        return has(Verdict.VOTES) && onlyWaits();
    }

    /** Whether nothing stands against it but what votes or time may change. */
    public boolean onlyWaits() {
        return !judgements.isEmpty()
                && judgements.stream()
                        .map(Judgement::verdict)
                        .allMatch(verdict ->
                                verdict == Verdict.MET || verdict == Verdict.VOTES || verdict == Verdict.WAITS);
    }

    /** Whether some rule judges so. */
    public boolean has(Verdict verdict) {
        return judgements.stream().anyMatch(each -> each.verdict() == verdict);
    }

    /** What is not met. */
    public List<Judgement> unmet() {
        return judgements.stream().filter(each -> !each.met()).toList();
    }

    /** What is said of a topic. */
    public List<Judgement> about(RuleTopic topic) {
        return judgements.stream().filter(each -> each.topic() == topic).toList();
    }

    /** All that is not met, as a no. */
    public Refusal refusal() {
        return new Refusal(
                judgements.isEmpty()
                        ? "No rule says that this may go, so it does not. Tell whoever runs me."
                        : unmet().stream().map(Decision::sentence).collect(Collectors.joining(" ")),
                unmet().stream()
                        .flatMap(each -> each.instead().stream())
                        .distinct()
                        .limit(MOST_OFFERED)
                        .toList());
    }

    /** What is not met stands on lines of its own elsewhere; in a row it needs its full stops. */
    private static String sentence(Judgement judgement) {
        var spoken = judgement.spoken();
        return spoken.matches("(?s).*[.!?:…]") ? spoken : spoken + ".";
    }

    /** The same, recorded only if what the rules rest on is still so then. */
    public Outcome guard(Outcome outcome) {
        var guarded = outcome;
        for (var guard : guards) {
            guarded = guarded.with(guard);
        }
        return guarded;
    }

    /** Every judgement in plain words, a line each, with what it comes to. */
    public String spoken() {
        return judgements.stream()
                .map(each -> (each.met() ? "met: " : "not met: ") + each.spoken())
                .collect(Collectors.joining("\n"));
    }
}
