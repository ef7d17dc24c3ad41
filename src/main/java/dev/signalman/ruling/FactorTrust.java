package dev.signalman.ruling;

import dev.signalman.card.Field;
import dev.signalman.card.Form;
import dev.signalman.command.Factor;
import dev.signalman.dispatch.Invocation;
import dev.signalman.port.SecondFactors;
import dev.signalman.port.SecondFactors.KnownFactor;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether a person's second factors count under a policy: each from a day after it was set up, or once two people
 * who decide under that policy vouched for it.
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
        /** What there is is too new. */
        WAITS,
        /** The person has none. */
        NONE,
        /** Nobody can have one, since there is no encryption key. */
        OFF
    }

    /**
     * What a form holds for a person to prove themselves with.
     *
     * @param code the field for a code; empty if their app does not count
     * @param link to the page for their passkey; null if it does not count
     */
    public record Proof(List<Field> code, Form.@Nullable Link link) {
        /** Keeps its own copy. */
        public Proof {
            code = List.copyOf(code);
        }

        /** Whether no factor of theirs counts. */
        public boolean impossible() {
            return code.isEmpty() && link == null;
        }

        /** The form's other fields, and the one for the code. */
        public List<Field> after(List<Field> others) {
            var fields = new ArrayList<>(others);
            fields.addAll(code);
            return fields;
        }
    }

    /** The policies among these under which breaking the glass needs a second factor. */
    public static List<Policy> glassDemands(List<Policy> policies) {
        return policies.stream()
                .filter(Policy::guards)
                .filter(policy -> policy.stepUp().glass())
                .toList();
    }

    /** The standing of a person under several policies: whether one factor of theirs counts under each. */
    public Standing of(String userId, List<Policy> policies) {
        var known = factors.of(userId);
        if (known.isEmpty()) {
            return factors.off() ? Standing.OFF : Standing.NONE;
        }
        return kinds(known, userId, policies).isEmpty() ? Standing.WAITS : Standing.COUNTS;
    }

    /** The kinds of a person's factors that count under each of several policies. */
    public Set<Factor.Kind> kinds(String userId, List<Policy> policies) {
        return kinds(factors.of(userId), userId, policies);
    }

    private Set<Factor.Kind> kinds(List<KnownFactor> known, String userId, List<Policy> policies) {
        var kinds = EnumSet.noneOf(Factor.Kind.class);
        known.stream()
                .filter(factor -> policies.stream().allMatch(policy -> counts(factor, userId, policy)))
                .forEach(factor -> kinds.add(factor.kind()));
        return kinds;
    }

    /**
     * What the form of an invocation holds for its asker to prove themselves with under several policies; nothing for none.
     *
     * @param field the name of the field for a code
     */
    public Proof proof(String field, List<Policy> policies, Invocation asked) {
        if (policies.isEmpty()) {
            return new Proof(List.of(), null);
        }
        var kinds = kinds(asked.actor().userId(), policies);
        return new Proof(
                kinds.contains(Factor.Kind.CODE) ? List.of(SecondFactors.code(field)) : List.of(),
                kinds.contains(Factor.Kind.PASSKEY) ? factors.page(asked).orElse(null) : null);
    }

    /** The ids of a person's factors that count under a policy. */
    public Set<String> counting(String userId, Policy policy) {
        return factors.of(userId).stream()
                .filter(factor -> counts(factor, userId, policy))
                .map(KnownFactor::id)
                .collect(Collectors.toSet());
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
