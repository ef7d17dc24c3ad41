package dev.signalman.feature.approvals.rule;

import dev.signalman.card.Form;
import dev.signalman.chat.People;
import dev.signalman.command.Factor;
import dev.signalman.dispatch.FormSubmission;
import dev.signalman.dispatch.Invocation;
import dev.signalman.port.SecondFactors;
import dev.signalman.ruling.FactorTrust;
import dev.signalman.ruling.MembershipLookup;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Second factors that are given, at a fixed time. */
public final class GivenFactors implements SecondFactors {
    static final Instant NOW = Instant.parse("2026-12-01T12:00:00Z");

    private final Map<String, KnownFactor> factors = new HashMap<>();
    private boolean off;

    static FactorTrust none(People people) {
        return new GivenFactors().trust(people);
    }

    FactorTrust trust(People people) {
        return new FactorTrust(this, new MembershipLookup(people), InstantSource.fixed(NOW));
    }

    GivenFactors has(String userId, Instant countsAt, String... vouchers) {
        factors.put(userId, new KnownFactor("factor of " + userId, Factor.Kind.CODE, countsAt, Set.of(vouchers)));
        return this;
    }

    GivenFactors turnedOff() {
        factors.clear();
        off = true;
        return this;
    }

    @Override
    public List<KnownFactor> of(String userId) {
        return Optional.ofNullable(factors.get(userId)).stream().toList();
    }

    @Override
    public boolean off() {
        return off;
    }

    @Override
    public Optional<Form.Link> page(Invocation asked) {
        return Optional.empty();
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
