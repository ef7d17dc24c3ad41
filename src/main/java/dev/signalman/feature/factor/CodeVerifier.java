package dev.signalman.feature.factor;

import com.google.crypto.tink.util.Bytes;
import dev.signalman.command.Factor.Kind;
import dev.signalman.dispatch.FormSubmission;
import dev.signalman.dispatch.InvalidFormException;
import dev.signalman.domain.DurationPhrases;
import dev.signalman.feature.factor.FactorStore.StoredFactor;
import dev.signalman.feature.factor.SpentCodes.Spending;
import dev.signalman.keyring.SecretCipher;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;

/** Verifies the codes of authenticator apps, each in one short transaction that also spends it. */
final class CodeVerifier {
    static final String SPENT = "This code was already used. Each code counts once. Wait for the next one.";
    private static final String AWAY =
            "The database isn't answering, so nothing was counted. Try again in a few minutes.";

    private final Jdbi jdbi;
    private final FactorStore store;
    private final SecretCipher cipher;
    private final OneTimeCodes codes;
    private final WrongTries wrongTries;
    private final InstantSource clock;

    @Inject
    CodeVerifier(
            Jdbi jdbi,
            FactorStore store,
            SecretCipher cipher,
            OneTimeCodes codes,
            WrongTries wrongTries,
            InstantSource clock) {
        this.jdbi = jdbi;
        this.store = store;
        this.cipher = cipher;
        this.codes = codes;
        this.wrongTries = wrongTries;
        this.clock = clock;
    }

    /**
     * What a code came to.
     *
     * @param refusal null if it was accepted
     */
    private record Verdict(@Nullable InvalidFormException refusal, boolean pauses) {
        private static final Verdict ACCEPTED = new Verdict(null, false);

        private static Verdict refused(InvalidFormException refusal) {
            return new Verdict(refusal, false);
        }
    }

    /** Verifies a code and spends it for a line; see {@link dev.signalman.port.SecondFactors#prove}. */
    void prove(FormSubmission filled, String field, String line) {
        var userId = filled.actor().userId();
        var verdict = tried(
                field,
                handle -> FactorStore.locked(handle, userId, Kind.CODE)
                        .map(factor -> proven(handle, factor, filled, field, line))
                        .orElseGet(() -> Verdict.refused(InvalidFormException.of(
                                field,
                                "You have no second factor any more. Close this form and use /semaphore factor."))));
        if (verdict.pauses()) {
            wrongTries.tell(userId);
        }
        accept(verdict);
    }

    /** Verifies the first code of a factor that is being set up. */
    void confirm(FormSubmission filled, String field, String line) {
        var userId = filled.actor().userId();
        var offered =
                store.offered(userId).filter(each -> each.kind() == Kind.CODE).orElse(null);
        var secret = offered == null ? null : secret(userId, offered.sealed());
        if (offered == null || secret == null) {
            throw InvalidFormException.of(
                    field, "This key has expired (after an hour). Close this form and start again.");
        }
        var step = codes.step(secret, filled.needed(field), clock.instant());
        if (step.isEmpty()) {
            throw InvalidFormException.of(
                    field,
                    "This code doesn't match the key. Check the key in your app, and that your phone sets its clock "
                            + "automatically.");
        }
        var spending = new Spending(userId, step.getAsLong(), offered.id(), filled.form(), line, clock.instant());
        accept(tried(
                field,
                handle -> SpentCodes.spend(handle, spending)
                        ? Verdict.ACCEPTED
                        : Verdict.refused(InvalidFormException.of(field, SPENT))));
    }

    private Verdict proven(Handle handle, StoredFactor factor, FormSubmission filled, String field, String line) {
        var now = clock.instant();
        var pause = wrongTries.pause(factor);
        if (!pause.isZero()) {
            return Verdict.refused(InvalidFormException.of(
                    field,
                    "Too many wrong codes. No code is accepted for another " + DurationPhrases.about(pause) + "."));
        }
        var opened = cipher.open(owner(factor.userId()), factor.sealed()).orElse(null);
        if (opened == null) {
            return Verdict.refused(InvalidFormException.of(
                    field,
                    "Your second factor can't be read: the encryption key changed. Use /semaphore factor replace to set "
                            + "it up again."));
        }
        var step = codes.step(opened.secret(), filled.needed(field), now);
        if (step.isEmpty()) {
            return wrong(handle, factor, field);
        }
        var spending = new Spending(factor.userId(), step.getAsLong(), factor.id(), filled.form(), line, now);
        if (!SpentCodes.spend(handle, spending)) {
            return Verdict.refused(InvalidFormException.of(field, SPENT));
        }
        wrongTries.forget(handle, factor);
        if (opened.stale()) {
            var resealed = cipher.seal(owner(factor.userId()), opened.secret().toByteArray());
            FactorStore.reseal(handle, factor.id(), resealed);
        }
        return Verdict.ACCEPTED;
    }

    private Verdict wrong(Handle handle, StoredFactor factor, String field) {
        var pause = wrongTries.count(handle, factor);
        if (pause.isZero()) {
            return Verdict.refused(InvalidFormException.of(
                    field,
                    "This code is wrong. Enter the one that your authenticator app shows now. After " + WrongTries.MOST
                            + " wrong codes in a row there's a pause."));
        }
        return new Verdict(
                InvalidFormException.of(
                        field, "Too many wrong codes. No code is accepted for " + DurationPhrases.about(pause) + "."),
                true);
    }

    private @Nullable Bytes secret(String userId, Bytes sealed) {
        return cipher.open(owner(userId), sealed)
                .map(SecretCipher.Opened::secret)
                .orElse(null);
    }

    static byte[] owner(String userId) {
        return userId.getBytes(StandardCharsets.UTF_8);
    }

    private Verdict tried(String field, Attempt attempt) {
        try {
            return jdbi.inTransaction(attempt::with);
        } catch (JdbiException away) {
            throw InvalidFormException.of(field, AWAY);
        }
    }

    /** Tries a code within a transaction. */
    private interface Attempt {
        Verdict with(Handle handle);
    }

    private static void accept(Verdict verdict) {
        if (verdict.refusal() != null) {
            throw verdict.refusal();
        }
    }
}
