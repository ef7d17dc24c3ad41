package dev.signalman.feature.factor;

import com.google.crypto.tink.util.Bytes;
import dev.signalman.dispatch.FormSubmission;
import dev.signalman.dispatch.InvalidFormException;
import dev.signalman.dispatch.Invocation;
import dev.signalman.dispatch.Origin;
import dev.signalman.dispatch.ReconcileKey;
import dev.signalman.dispatch.Wake;
import dev.signalman.domain.Actor;
import dev.signalman.domain.DurationPhrases;
import dev.signalman.domain.Place;
import dev.signalman.feature.factor.FactorStore.StoredFactor;
import dev.signalman.feature.factor.SpentCodes.Spending;
import dev.signalman.keyring.SecretCipher;
import dev.signalman.port.SecondFactors;
import dev.signalman.port.Waker;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;

/** Verifies the codes of authenticator apps, each in one short transaction that also spends it. */
final class CodeVerifier implements SecondFactors {
    /** After so many wrong codes in a row, and again after as many more, no code is accepted for a while. */
    static final int TRIES = 5;

    private static final Duration PAUSE = Duration.ofMinutes(15);
    private static final Duration TELLS_WITHIN = Duration.ofSeconds(10);
    private static final int MOST_DOUBLINGS = 6;

    static final String SPENT = "This code was already used. Each code counts once. Wait for the next one.";
    private static final String AWAY =
            "The database isn't answering, so nothing was counted. Try again in a few minutes.";

    private final Jdbi jdbi;
    private final FactorStore store;
    private final SecretCipher cipher;
    private final OneTimeCodes codes;
    private final Waker waker;
    private final InstantSource clock;

    @Inject
    CodeVerifier(
            Jdbi jdbi, FactorStore store, SecretCipher cipher, OneTimeCodes codes, Waker waker, InstantSource clock) {
        this.jdbi = jdbi;
        this.store = store;
        this.cipher = cipher;
        this.codes = codes;
        this.waker = waker;
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

    @Override
    public KnownFactor of(String userId) {
        return store.of(userId)
                .filter(factor -> cipher.open(owner(userId), factor.sealed()).isPresent())
                .map(factor -> new KnownFactor(factor.id(), factor.countsAt(), store.vouchers(factor.id()), false))
                .orElse(KnownFactor.NONE);
    }

    @Override
    public void prove(FormSubmission filled, String field, String line) {
        var userId = filled.actor().userId();
        var verdict = tried(
                field,
                handle -> FactorStore.locked(handle, userId)
                        .map(factor -> proven(handle, factor, filled, field, line))
                        .orElseGet(() -> Verdict.refused(InvalidFormException.of(
                                field,
                                "You have no second factor any more. Close this form and use /semaphore factor."))));
        if (verdict.pauses()) {
            tell(userId, Duration.ZERO);
        }
        accept(verdict);
    }

    /** Verifies the first code of a factor that is being set up. */
    void confirm(FormSubmission filled, String field, String line) {
        var userId = filled.actor().userId();
        var offered = store.offered(userId).orElse(null);
        var secret = offered == null ? null : secret(userId, offered.sealed());
        if (offered == null || secret == null) {
            throw InvalidFormException.of(
                    field, "This key has expired (after an hour). Close this form and start again.");
        }
        var step = codes.step(secret, filled.needed(field), clock.instant());
        if (step.isEmpty()) {
            throw InvalidFormException.of(
                    field, "This code doesn't belong to the key. Check that your phone's clock is set automatically.");
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
        var paused = factor.pausedUntil();
        if (paused != null && paused.isAfter(now)) {
            return Verdict.refused(InvalidFormException.of(
                    field,
                    "Too many wrong codes. No code is accepted for another "
                            + DurationPhrases.about(Duration.between(now, paused)) + "."));
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
        count(handle, factor, 0, Duration.ZERO);
        if (opened.stale()) {
            var resealed = cipher.seal(owner(factor.userId()), opened.secret().toByteArray());
            FactorStore.reseal(handle, factor.id(), resealed);
        }
        return Verdict.ACCEPTED;
    }

    /** Each further pause is twice as long, so that guessing stays hopeless. */
    private Verdict wrong(Handle handle, StoredFactor factor, String field) {
        int wrong = factor.wrong() + 1;
        if (wrong % TRIES != 0) {
            count(handle, factor, wrong, Duration.ZERO);
            return Verdict.refused(InvalidFormException.of(
                    field,
                    "This code is wrong. Enter the one that your authenticator app shows now. After " + TRIES
                            + " wrong codes in a row there's a pause."));
        }
        var pause = PAUSE.multipliedBy(1L << Math.min(wrong / TRIES - 1, MOST_DOUBLINGS));
        tell(factor.userId(), TELLS_WITHIN); // in case the bot dies right after the commit
        count(handle, factor, wrong, pause);
        return new Verdict(
                InvalidFormException.of(
                        field, "Too many wrong codes. No code is accepted for " + DurationPhrases.about(pause) + "."),
                true);
    }

    private void tell(String userId, Duration delay) {
        waker.wake(Wake.after(delay, ReconcileKey.Kind.SECOND_FACTOR, userId, Place.channel(userId)), Actor.NOBODY);
    }

    private void count(Handle handle, StoredFactor factor, int wrong, Duration pause) {
        handle.createUpdate("UPDATE second_factor SET wrong = :wrong, paused_until = :until WHERE id = :id")
                .bind("wrong", wrong)
                .bind("until", pause.isZero() ? null : clock.instant().plus(pause))
                .bind("id", factor.id())
                .execute();
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

    @Override
    public Optional<String> usedFor(Invocation invocation) {
        return invocation.origin() instanceof Origin.Submitted
                ? jdbi.withHandle(handle -> SpentCodes.usedFor(handle, invocation))
                : Optional.empty();
    }
}
