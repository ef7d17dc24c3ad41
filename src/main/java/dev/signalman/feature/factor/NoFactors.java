package dev.signalman.feature.factor;

import dev.signalman.card.Form;
import dev.signalman.dispatch.FormSubmission;
import dev.signalman.dispatch.InvalidFormException;
import dev.signalman.dispatch.Invocation;
import dev.signalman.port.PasskeyPages;
import dev.signalman.port.SecondFactors;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** For a bot without a key: nobody's second factor can be used, so nothing that needs one counts. */
final class NoFactors implements SecondFactors, PasskeyPages {
    @Inject
    NoFactors() {}

    @Override
    public List<KnownFactor> of(String userId) {
        return List.of();
    }

    @Override
    public boolean off() {
        return true;
    }

    @Override
    public Optional<Form.Link> page(Invocation asked) {
        return Optional.empty();
    }

    @Override
    public void prove(FormSubmission filled, String field, String line) {
        throw InvalidFormException.of(field, FactorPhrases.OFF);
    }

    @Override
    public Optional<String> origin() {
        return Optional.empty();
    }

    @Override
    public Shown open(String address) {
        throw new PageRefusedException(FactorPhrases.OFF, false);
    }

    @Override
    public String submit(String address, String credential, Map<String, List<String>> values) {
        throw new PageRefusedException(FactorPhrases.OFF, false);
    }

    @Override
    public Optional<String> usedFor(Invocation invocation) {
        return Optional.empty();
    }
}
