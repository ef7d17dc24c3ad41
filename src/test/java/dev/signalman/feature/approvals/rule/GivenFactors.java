package dev.signalman.feature.approvals.rule;

import dev.signalman.chat.People;
import dev.signalman.dispatch.FormSubmission;
import dev.signalman.dispatch.Invocation;
import dev.signalman.port.SecondFactors;
import dev.signalman.ruling.FactorTrust;
import dev.signalman.ruling.MembershipLookup;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Second factors that are given, at a fixed time. */
public final class GivenFactors implements SecondFactors {
    static final Instant NOW = Instant.parse("2026-12-01T12:00:00Z");

    private final Map<String, KnownFactor> factors = new HashMap<>();

    static FactorTrust none(People people) {
        return new GivenFactors().trust(people);
    }

    FactorTrust trust(People people) {
        return new FactorTrust(this, new MembershipLookup(people), InstantSource.fixed(NOW));
    }

    GivenFactors has(String userId, Instant countsAt, String... vouchers) {
        factors.put(userId, new KnownFactor("factor of " + userId, countsAt, Set.of(vouchers), false));
        return this;
    }

    GivenFactors off(String userId) {
        factors.put(userId, KnownFactor.OFF);
        return this;
    }

    @Override
    public KnownFactor of(String userId) {
        return factors.getOrDefault(userId, KnownFactor.NONE);
    }

    @Override
    public void prove(FormSubmission filled, String field, String line) {
        throw new UnsupportedOperationException("No form is open here");
    }

    @Override
    public Optional<String> usedFor(Invocation invocation) {
        return Optional.empty();
    }
}
