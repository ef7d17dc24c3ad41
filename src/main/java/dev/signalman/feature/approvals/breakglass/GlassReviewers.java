package dev.signalman.feature.approvals.breakglass;

import dev.signalman.chat.People;
import dev.signalman.domain.Person.Standing;
import dev.signalman.feature.approvals.request.ApprovalRequest;
import dev.signalman.ruling.Membership;
import dev.signalman.ruling.MembershipLookup;
import jakarta.inject.Inject;
import java.util.Objects;

/** Decides who may clear a broken glass, by Slack's current answers. */
public final class GlassReviewers {
    private final People people;
    private final MembershipLookup membershipLookup;

    @Inject
    GlassReviewers(People people, MembershipLookup membershipLookup) {
        this.people = people;
        this.membershipLookup = membershipLookup;
    }

    /** Whether a person may clear it, and if not, why. */
    enum Eligibility {
        COUNTS,
        BROKE_IT,
        /** The person requested the promotion. */
        ASKED,
        /** The person is not named, or not a full member of the workspace. */
        NOT_NAMED,
        /** Slack does not say. */
        UNKNOWN
    }

    /** Whether {@code userId} may clear the request's broken glass. */
    Eligibility eligibility(ApprovalRequest request, String userId) {
        var glass = Objects.requireNonNull(request.glass());
        if (userId.equals(glass.by().userId())) {
            return Eligibility.BROKE_IT;
        }
        if (userId.equals(request.requester().userId())) {
            return Eligibility.ASKED;
        }
        var standing = people.find(userId).standing();
        var membership = membershipLookup.of(userId, glass.reviewers());
        if (standing == Standing.UNKNOWN || membership == Membership.UNKNOWN) {
            return Eligibility.UNKNOWN;
        }
        return standing == Standing.MEMBER && membership == Membership.IN ? Eligibility.COUNTS : Eligibility.NOT_NAMED;
    }
}
