package dev.signalman.app.policy;

import dev.signalman.app.config.RulesFile;
import dev.signalman.chat.People;
import dev.signalman.domain.UtcTimeFormat;
import dev.signalman.feature.approvals.request.ApprovalRequest;
import dev.signalman.feature.approvals.request.RequestState;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Judges past requests by the present rules, and prints which would end otherwise. */
public final class PolicyReplayReport {
    private static final String INDENT = " ".repeat(5);

    /** These were ended by a person's decision or by another deploy, and not by a rule. */
    private static final Set<RequestState> NOT_BY_A_RULE = Set.of(RequestState.WITHDRAWN, RequestState.OVERTAKEN);

    /** At its time a scheduled one may have been ended by a lock or an outage, which is not recorded. */
    private static final Set<RequestState> SCHEDULED_IN_VAIN = Set.of(RequestState.REJECTED, RequestState.REFUSED);

    private final PastRequestCases cases;
    private final CaseJudge judge;
    private final PrintWriter out;
    private int same;
    private int different;
    private int unclear;

    private PolicyReplayReport(PastRequestCases cases, RulesFile rules, PrintWriter out) {
        this.cases = cases;
        this.judge = new CaseJudge(rules);
        this.out = out;
    }

    /**
     * Judges all requests that were opened since then and are decided.
     *
     * @param slack tells who is in which group now; null where nobody does
     * @return the exit code: 0 when all would end the same, 1 when some would not
     */
    public static int print(RulesFile rules, Jdbi jdbi, @Nullable People slack, Instant since, PrintWriter out) {
        var history = new RequestHistory(jdbi);
        var access = new HashSet<String>();
        rules.access().byVerb().values().forEach(access::addAll);
        var workspace = new PastWorkspace(rules.promotions(), access, history, slack);
        var report = new PolicyReplayReport(new PastRequestCases(rules, workspace), rules, out);
        var judged = history.since(since).stream()
                .filter(request -> !NOT_BY_A_RULE.contains(request.state()))
                .filter(request -> !request.scheduled() || !SCHEDULED_IN_VAIN.contains(request.state()))
                .toList();
        judged.forEach(report::print);
        report.sum(judged.size(), since, slack != null);
        return report.different > 0 ? 1 : 0;
    }

    private void print(ApprovalRequest request) {
        var past = cases.of(request);
        var verdict = judge.judge(past);
        if (!verdict.known() && verdict.answer() != CaseOutcome.GRANTED) {
            unclear++;
            out.println(past.name() + ", " + past.place() + ": can't tell");
            print(verdict);
            return;
        }
        if ((verdict.answer() == CaseOutcome.GRANTED) == PastRequestCases.granted(request)) {
            same++;
            return;
        }
        different++;
        out.println(past.name() + ", " + past.place() + ": would " + would(verdict.answer()));
        print(verdict);
    }

    private void print(CaseVerdict verdict) {
        (verdict.answer() == CaseOutcome.GRANTED ? verdict.judgements() : verdict.unmet())
                .forEach(line -> out.println(INDENT + line));
    }

    private static String would(CaseOutcome answer) {
        return switch (answer) {
            case GRANTED -> "be granted";
            case APPROVALS -> "need more approvals";
            case WAITS -> "have to wait";
            case REFUSED -> "be refused";
        };
    }

    private void sum(int all, Instant since, boolean groups) {
        if (different + unclear > 0) {
            out.println();
        }
        out.println(
                (all == 1 ? "1 request" : all + " requests") + " decided since " + UtcTimeFormat.of(since) + ": " + same
                        + (same == 1 ? " ends" : " end") + " the same, " + different + " otherwise"
                        + (unclear == 0 ? "" : ", " + unclear + " unclear") + ".");
        assumptions(groups).forEach(out::println);
        out.flush();
    }

    private static List<String> assumptions(boolean groups) {
        return List.of(
                groups
                        ? "Groups have the members that Slack names now. Everyone who took part counts as a full member."
                        : "Slack wasn't asked who is in which group, because SLACK_BOT_TOKEN isn't set.",
                "Not recorded, so taken as met: the file that a pipeline ran (from), its result, locks, and links."
                        + " Requests that were withdrawn or overtaken, and scheduled ones that didn't go, aren't judged.");
    }
}
