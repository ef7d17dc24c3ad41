package dev.signalman.ruling;

import dev.signalman.port.SecondFactors;
import dev.signalman.port.SecondFactors.KnownFactor;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.List;

/**
 * Decides whether a person's second factor counts under a policy: from a day after it was set up, or once two people who
 * decide under that policy vouched for it.
 */
public final class FactorTrust {
    /** The number of people who must vouch for a factor that counts sooner. */
    public static final int VOUCHERS = 2;

    private final SecondFactors factors;
    private final MembershipLookup membershipLookup;
    private final InstantSource clock;

    @Inject
    public FactorTrust(SecondFactors factors, MembershipLookup membershipLookup, InstantSource clock) {
        this.factors = factors;
        this.membershipLookup = membershipLookup;
        this.clock = clock;
    }

    /** Whether a factor counts, and if not, why. */
    public enum Standing {
        COUNTS,
        /** It is too new. */
        WAITS,
        /** The person has none. */
        NONE,
        /** Nobody can have one, since there is no encryption key. */
        OFF
    }

    /** The policies among these under which breaking the glass needs a second factor. */
    public static List<Policy> glassDemands(List<Policy> policies) {
        return policies.stream()
                .filter(Policy::guards)
                .filter(policy -> policy.stepUp().glass())
                .toList();
    }

    /** The standing of a person's factor under several policies: the worst one. */
    public Standing of(String userId, List<Policy> policies) {
        var factor = factors.of(userId);
        if (!factor.exists()) {
            return factor.off() ? Standing.OFF : Standing.NONE;
        }
        return policies.stream().allMatch(policy -> counts(factor, userId, policy)) ? Standing.COUNTS : Standing.WAITS;
    }

    /** The id of a person's factor if it counts under a policy; empty otherwise. */
    public String counting(String userId, Policy policy) {
        var factor = factors.of(userId);
        return factor.exists() && counts(factor, userId, policy) ? factor.id() : "";
    }

    private boolean counts(KnownFactor factor, String userId, Policy policy) {
        return !clock.instant().isBefore(factor.countsAt())
                || factor.vouchers().stream()
                                .filter(voucher -> !voucher.equals(userId))
                                .filter(voucher -> membershipLookup.of(voucher, policy.deciders()) == Membership.IN)
                                .count()
                        >= VOUCHERS;
    }
}
