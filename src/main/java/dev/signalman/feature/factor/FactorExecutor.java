package dev.signalman.feature.factor;

import dev.signalman.command.Factor;
import dev.signalman.command.Grammar;
import dev.signalman.dispatch.Act;
import dev.signalman.dispatch.ActExecutor;
import dev.signalman.dispatch.ActResult;
import dev.signalman.dispatch.Delivery;
import dev.signalman.dispatch.IdGenerator;
import dev.signalman.dispatch.ProbeResult;
import dev.signalman.feature.factor.FactorStore.OfferedFactor;
import dev.signalman.keyring.SecretCipher;
import jakarta.inject.Inject;

/**
 * Makes the key of a new second factor, or the address of the page on which a passkey is added, and shows it to its owner
 * alone, once. It counts for nothing before its first code, or before the page was used.
 */
final class FactorExecutor implements ActExecutor<Factor> {
    private final FactorStore store;
    private final SecretCipher cipher;
    private final OneTimeCodes codes;
    private final PasskeyAddresses addresses;
    private final Grammar grammar;
    private final IdGenerator idGenerator;

    @Inject
    FactorExecutor(
            FactorStore store,
            SecretCipher cipher,
            OneTimeCodes codes,
            PasskeyAddresses addresses,
            Grammar grammar,
            IdGenerator idGenerator) {
        this.store = store;
        this.cipher = cipher;
        this.codes = codes;
        this.addresses = addresses;
        this.grammar = grammar;
        this.idGenerator = idGenerator;
    }

    @Override
    public ActResult carry(Factor pinned, Act act) {
        var owner = act.actor();
        if (pinned.kind() == Factor.Kind.PASSKEY) {
            return addresses
                    .link("Add your passkey", owner, act.place(), grammar.print(pinned))
                    .map(link -> ActResult.done("Opened a page on which " + owner.name() + " can add a passkey")
                            .whispering(FactorPhrases.page(link)))
                    .orElseGet(() -> ActResult.refused(FactorPhrases.NO_PAGES));
        }
        var secret = codes.newSecret();
        var sealed = cipher.seal(CodeVerifier.owner(owner.userId()), secret.toByteArray());
        store.offer(owner.userId(), new OfferedFactor(idGenerator.next(), sealed));
        return ActResult.done("Showed " + owner.name() + " the key of a new second factor, which has no code yet")
                .saying(new Delivery.ToAsker(
                        FactorPhrases.firstCode(addresses.site().isPresent())))
                .whispering(FactorPhrases.key(OneTimeCodes.base32(secret), owner));
    }

    /** A key that nobody saw is worthless, so another one is made. */
    @Override
    public ProbeResult lookFor(Factor pinned, Act act) {
        if (pinned.kind() == Factor.Kind.PASSKEY) {
            return new ProbeResult.MayBeRepeated(
                    "The link may not have reached you. Use /semaphore factor passkey to get a new one.");
        }
        return new ProbeResult.MayBeRepeated(
                "The key may not have reached you. Use /semaphore factor to get a new one.");
    }
}
