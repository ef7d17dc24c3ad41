package dev.signalman.feature.approvals;

import dev.signalman.dispatch.People;
import dev.signalman.domain.Person.Standing;
import dev.signalman.ruling.Membership;
import dev.signalman.ruling.MembershipLookup;
import jakarta.inject.Inject;
import java.util.Objects;

/** Tells who may clear a broken glass, as Slack says it now. */
final class GlassReviewers {
    private final People people;
    private final MembershipLookup membershipLookup;

    @Inject
    GlassReviewers(People people, MembershipLookup membershipLookup) {
        this.people = people;
        this.membershipLookup = membershipLookup;
    }

    /** Whether somebody may, and if not, why. */
    enum Word {
        COUNTS,
        /** They broke it. */
        BROKE_IT,
        /** They had asked for the promotion. */
        ASKED,
        /** They are not among those who are named, or no full member of the workspace. */
        NOT_NAMED,
        /** Slack does not tell. */
        UNKNOWN
    }

    /** Whether the word of {@code userId} counts about the glass that was broken on a request. */
    Word word(ApprovalRequest request, String userId) {
        var glass = Objects.requireNonNull(request.glass());
        if (userId.equals(glass.by().userId())) {
            return Word.BROKE_IT;
        }
        if (userId.equals(request.requester().userId())) {
            return Word.ASKED;
        }
        var standing = people.find(userId).standing();
        var membership = membershipLookup.of(userId, glass.reviewers());
        if (standing == Standing.UNKNOWN || membership == Membership.UNKNOWN) {
            return Word.UNKNOWN;
        }
        return standing == Standing.MEMBER && membership == Membership.IN ? Word.COUNTS : Word.NOT_NAMED;
    }
}
