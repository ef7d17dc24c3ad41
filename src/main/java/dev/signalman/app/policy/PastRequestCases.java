package dev.signalman.app.policy;

import dev.signalman.app.config.RulesFile;
import dev.signalman.domain.GitRef;
import dev.signalman.domain.Project;
import dev.signalman.domain.Result;
import dev.signalman.domain.UtcTimeFormat;
import dev.signalman.feature.approvals.request.ApprovalRequest;
import dev.signalman.ruling.Policy;
import dev.signalman.ruling.Vote;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** Turns past requests into cases, at the time when each was decided. */
final class PastRequestCases {
    private static final String USUAL_FILE = ".semaphore/semaphore.yml";

    private final RulesFile rules;
    private final PastWorkspace workspace;

    PastRequestCases(RulesFile rules, PastWorkspace workspace) {
        this.rules = rules;
        this.workspace = workspace;
    }

    /** The case of a request that was granted or has ended. */
    PolicyCase of(ApprovalRequest request) {
        var cargo = request.cargo();
        var pinned = request.pinned();
        var held = request.held();
        var direct = held != null && held.pipelineId().equals(cargo.pipelineId());
        var glass = request.glass();
        return new PolicyCase(
                request.named() + " " + cargo.project() + " to " + pinned.promotion() + ", " + cargo.shortCommit()
                        + " on " + GitRef.parse(cargo.ref()).spoken(),
                ended(request) + " " + UtcTimeFormat.of(decided(request)),
                held == null ? CaseAction.PROMOTE : CaseAction.GATE,
                new Project(cargo.projectId(), cargo.project(), "", "", USUAL_FILE),
                direct ? "" : pinned.promotion(),
                GitRef.parse(cargo.ref()),
                from(request),
                held == null ? null : held.file(),
                Result.PASSED,
                pinned.parameters(),
                pinned.override(),
                by(request),
                workspace.contributors(request),
                request.votes().stream().map(PastRequestCases::proven).toList(),
                List.of(),
                glass == null ? null : new PolicyCase.Glass(glass.by().userId(), glass.because()),
                false,
                decided(request),
                granted(request) ? CaseOutcome.GRANTED : CaseOutcome.REFUSED,
                List.of(),
                workspace.of(request));
    }

    /** The vote with the factor of a case, if one stood behind it. */
    private static Vote proven(Vote vote) {
        return vote.factor() == null
                ? vote
                : new Vote(vote.userId(), vote.name(), vote.approves(), CaseFacts.CaseFactors.ID);
    }

    /** Whether it was granted, whatever became of the deploy. */
    static boolean granted(ApprovalRequest request) {
        return request.fate().grantedAt() != null;
    }

    private static Instant decided(ApprovalRequest request) {
        var granted = request.fate().grantedAt();
        return granted == null ? Objects.requireNonNull(request.fate().endedAt()) : granted;
    }

    private static String ended(ApprovalRequest request) {
        return granted(request) ? "granted" : request.state().name().toLowerCase(Locale.ROOT);
    }

    private static String by(ApprovalRequest request) {
        var held = request.held();
        if (held == null) {
            return request.requester().userId();
        }
        if (!held.starter().person()) {
            return PolicyCase.AUTO_PROMOTION;
        }
        return held.starter().people().size() == 1
                ? held.starter().people().get(0)
                : held.starter().name();
    }

    /** Which file it was promoted from is not recorded, so it is one that the rules allow. */
    private String from(ApprovalRequest request) {
        var matching = rules.promotions()
                .of(request.pinned().promotion(), request.cargo().project());
        return matching.stream()
                .map(Policy::from)
                .flatMap(List::stream)
                .filter(file -> matching.stream().allMatch(policy -> policy.mayStartFrom(file)))
                .findFirst()
                .orElse(USUAL_FILE);
    }
}
