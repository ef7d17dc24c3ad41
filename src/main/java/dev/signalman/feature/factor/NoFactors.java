package dev.signalman.feature.factor;

import dev.signalman.dispatch.FormSubmission;
import dev.signalman.dispatch.InvalidFormException;
import dev.signalman.dispatch.Invocation;
import dev.signalman.port.SecondFactors;
import jakarta.inject.Inject;
import java.util.Optional;

/** For a bot without a key: nobody's second factor can be used, so nothing that needs one counts. */
final class NoFactors implements SecondFactors {
    @Inject
    NoFactors() {}

    @Override
    public KnownFactor of(String userId) {
        return KnownFactor.OFF;
    }

    @Override
    public void prove(FormSubmission filled, String field, String line) {
        throw InvalidFormException.of(field, FactorPhrases.OFF);
    }

    @Override
    public Optional<String> usedFor(Invocation invocation) {
        return Optional.empty();
    }
}
