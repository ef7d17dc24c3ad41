package dev.signalman.feature.factor;

import dev.signalman.card.Form;
import dev.signalman.command.Factor.Kind;
import dev.signalman.dispatch.FormSubmission;
import dev.signalman.dispatch.Invocation;
import dev.signalman.dispatch.Origin;
import dev.signalman.feature.factor.FactorStore.StoredFactor;
import dev.signalman.keyring.SecretCipher;
import dev.signalman.port.SecondFactors;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** The second factors of a bot with an encryption key. */
final class PersonalFactors implements SecondFactors {
    private final Jdbi jdbi;
    private final FactorStore store;
    private final SecretCipher cipher;
    private final CodeVerifier codeVerifier;
    private final PasskeyAddresses addresses;

    @Inject
    PersonalFactors(
            Jdbi jdbi, FactorStore store, SecretCipher cipher, CodeVerifier codeVerifier, PasskeyAddresses addresses) {
        this.jdbi = jdbi;
        this.store = store;
        this.cipher = cipher;
        this.codeVerifier = codeVerifier;
        this.addresses = addresses;
    }

    @Override
    public List<KnownFactor> of(String userId) {
        return store.of(userId).stream()
                .filter(factor ->
                        factor.kind() != Kind.PASSKEY || addresses.site().isPresent())
                .filter(factor -> cipher.open(owner(factor), factor.sealed()).isPresent())
                .map(factor ->
                        new KnownFactor(factor.id(), factor.kind(), factor.countsAt(), store.vouchers(factor.id())))
                .toList();
    }

    private static byte[] owner(StoredFactor factor) {
        return switch (factor.kind()) {
            case CODE -> CodeVerifier.owner(factor.userId());
            case PASSKEY -> Passkey.owner(factor.userId());
        };
    }

    @Override
    public boolean off() {
        return false;
    }

    @Override
    public void prove(FormSubmission filled, String field, String line) {
        codeVerifier.prove(filled, field, line);
    }

    @Override
    public Optional<Form.Link> page(Invocation asked) {
        return addresses.link("Use a passkey", asked.actor(), asked.place(), asked.line());
    }

    @Override
    public Optional<String> usedFor(Invocation invocation) {
        if (!(invocation.origin() instanceof Origin.Submitted)) {
            return Optional.empty();
        }
        return jdbi.withHandle(handle -> PasskeyPage.isBehind(invocation)
                ? SpentPages.usedFor(handle, invocation)
                : SpentCodes.usedFor(handle, invocation));
    }
}
