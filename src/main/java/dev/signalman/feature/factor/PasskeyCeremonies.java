package dev.signalman.feature.factor;

import com.google.crypto.tink.util.Bytes;
import dev.signalman.chat.MessengerException;
import dev.signalman.command.Factor;
import dev.signalman.command.Factor.Kind;
import dev.signalman.command.Factor.Step;
import dev.signalman.command.Grammar;
import dev.signalman.dispatch.FormRegistry;
import dev.signalman.dispatch.FormSubmission;
import dev.signalman.dispatch.IdGenerator;
import dev.signalman.dispatch.Intake;
import dev.signalman.dispatch.Intake.Taking;
import dev.signalman.dispatch.IntakeFailedException;
import dev.signalman.dispatch.InvalidFormException;
import dev.signalman.domain.DurationPhrases;
import dev.signalman.feature.factor.FactorStore.OfferedFactor;
import dev.signalman.feature.factor.FactorStore.StoredFactor;
import dev.signalman.keyring.SecretCipher;
import dev.signalman.port.Identities;
import dev.signalman.port.PasskeyPages;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;

/** Adds people's passkeys, and takes in forms that are submitted with them. Each page is spent in one short transaction, just before its line is taken in. */
final class PasskeyCeremonies implements PasskeyPages {
    private static final String EXPIRED =
            "This page has expired, or its address is incomplete. Nothing was counted. Open it from Slack again.";
    private static final String USED =
            "This page was already used. The result is in Slack. If there is none, open a new page from Slack.";
    private static final String OVER =
            "This can't be confirmed any more: it was decided, withdrawn or has expired, or your passkey doesn't count "
                    + "for it. Nothing was counted. Its card in Slack says how it stands.";
    private static final String NO_PASSKEY =
            "You have no passkey any more. Nothing was counted. Use /semaphore factor.";

    private final PasskeyAddresses addresses;
    private final PasskeyOptions options;
    private final Jdbi jdbi;
    private final FactorStore store;
    private final SecretCipher cipher;
    private final WrongTries wrongTries;
    private final RefusedPages refusedPages;
    private final FormRegistry forms;
    private final Grammar grammar;
    private final Identities identities;
    private final Intake intake;
    private final IdGenerator idGenerator;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();
    private @Nullable PasskeyVerifier verifier;

    @Inject
    PasskeyCeremonies(
            PasskeyAddresses addresses,
            PasskeyOptions options,
            Jdbi jdbi,
            FactorStore store,
            SecretCipher cipher,
            WrongTries wrongTries,
            RefusedPages refusedPages,
            FormRegistry forms,
            Grammar grammar,
            Identities identities,
            Intake intake,
            IdGenerator idGenerator,
            InstantSource clock) {
        this.addresses = addresses;
        this.options = options;
        this.jdbi = jdbi;
        this.store = store;
        this.cipher = cipher;
        this.wrongTries = wrongTries;
        this.refusedPages = refusedPages;
        this.forms = forms;
        this.grammar = grammar;
        this.identities = identities;
        this.intake = intake;
        this.idGenerator = idGenerator;
        this.clock = clock;
    }

    /** What a submission came to; a refusal is committed, too. */
    private record Verdict(@Nullable PageRefusedException refusal, Runnable afterwards) {
        private static final Verdict ACCEPTED = new Verdict(null, () -> {});

        private static Verdict refused(String sentences, boolean again) {
            return new Verdict(new PageRefusedException(sentences, again), () -> {});
        }
    }

    private interface Attempt {
        Verdict in(Handle handle, SpentPages.Opened opened);
    }

    @Override
    public Optional<String> origin() {
        return addresses.site().map(PasskeySite::origin);
    }

    @Override
    public Shown open(String address) {
        var page = page(address);
        return adds(page) ? adding(page) : using(page);
    }

    private Shown adding(PasskeyPage page) {
        if (!linked(page)) {
            throw new PageRefusedException(
                    "Link your own Semaphore token first, with /semaphore link. Then open a new page from Slack.",
                    false);
        }
        var words = "Signalman will ask for it when a rule needs your second factor. Everyone who shares a rule with "
                + page.actor().name() + " is notified.";
        return new Shown(
                "Add a passkey for " + page.actor().name(),
                "Add passkey",
                words,
                "",
                List.of(),
                true,
                options.adding(page, challenge(page)));
    }

    private Shown using(PasskeyPage page) {
        var form = forms.asked(page.invocation(page.line(), clock.instant()));
        if (form == null || form.link() == null) {
            throw over(page);
        }
        var factor = store.of(page.actor().userId(), Kind.PASSKEY)
                .orElseThrow(() -> new PageRefusedException(NO_PASSKEY, false));
        var key = key(factor).orElseThrow(() -> new PageRefusedException(NO_PASSKEY, false));
        return new Shown(
                form.title(),
                form.submit(),
                form.words(),
                form.warning(),
                form.openFields(),
                false,
                options.using(verifier().id(key.secret()), challenge(page)));
    }

    private Bytes challenge(PasskeyPage page) {
        var bytes = new byte[32];
        random.nextBytes(bytes);
        var challenge = Bytes.copyFrom(bytes);
        if (!inTransaction(handle -> SpentPages.open(handle, page, challenge))) {
            throw new PageRefusedException(USED, false);
        }
        return challenge;
    }

    @Override
    public String submit(String address, String credential, Map<String, List<String>> values) {
        var page = page(address);
        var adds = adds(page);
        var line = adds ? grammar.print(Factor.own(Step.CONFIRM, Kind.PASSKEY)) : line(page, values);
        var made = verifier();
        var verdict = inTransaction(handle -> tried(
                handle,
                page,
                SpentPages.spentFor(credential, line),
                (same, opened) -> adds
                        ? added(same, page, opened, made, credential, line)
                        : used(same, page, opened, made, credential, line)));
        verdict.afterwards().run();
        if (verdict.refusal() != null) {
            throw verdict.refusal();
        }
        if (intake.take(page.invocation(line, clock.instant())) == Taking.REPEATED) {
            throw new PageRefusedException(USED, false);
        }
        return adds
                ? "Your passkey is added. Slack shows when it counts."
                : "Signalman received it. The result appears in Slack.";
    }

    private String line(PasskeyPage page, Map<String, List<String>> values) {
        var asked = page.invocation(page.line(), clock.instant());
        try {
            return forms.completedOnPage(asked, new FormSubmission(page.id(), page.actor(), values));
        } catch (InvalidFormException invalid) {
            if (invalid.words().containsKey(InvalidFormException.WHOLE)) {
                throw over(page);
            }
            throw invalid;
        }
    }

    /** Why a page shows no form any more. */
    private PageRefusedException over(PasskeyPage page) {
        var spent = inTransaction(handle -> SpentPages.spent(handle, page));
        return new PageRefusedException(spent ? USED : OVER, false);
    }

    private Verdict tried(Handle handle, PasskeyPage page, String spentFor, Attempt attempt) {
        var opened = SpentPages.locked(handle, page).orElse(null);
        if (opened == null || !opened.userId().equals(page.actor().userId())) {
            return Verdict.refused(EXPIRED, false);
        }
        if (opened.spentFor() != null) {
            return opened.spentFor().equals(spentFor) ? Verdict.ACCEPTED : Verdict.refused(USED, false);
        }
        return clock.instant().isBefore(opened.expires())
                ? attempt.in(handle, opened)
                : Verdict.refused("The answer came too late. Nothing was counted. Try again.", true);
    }

    private Verdict added(
            Handle handle,
            PasskeyPage page,
            SpentPages.Opened opened,
            PasskeyVerifier made,
            String credential,
            String line) {
        var userId = page.actor().userId();
        Passkey passkey;
        try {
            passkey = made.added(credential, opened.challenge());
        } catch (PasskeyRejectedException rejected) {
            SpentPages.refuse(handle, page, rejected.reason().noted(), clock.instant());
            return Verdict.refused(rejected.reason().told(), true);
        }
        var owner = FactorStore.owner(handle, passkey.credential());
        if (owner.isPresent() && !owner.get().equals(userId)) {
            SpentPages.refuse(handle, page, "the passkey is another person's", clock.instant());
            return Verdict.refused("This passkey belongs to someone else. Add your own.", true);
        }
        var sealed = cipher.seal(Passkey.owner(userId), passkey.key().toByteArray());
        var offered = new OfferedFactor(idGenerator.next(), Kind.PASSKEY, sealed, passkey.credential(), passkey.uses());
        store.offer(handle, userId, offered);
        SpentPages.spend(handle, page, credential, line, offered.id(), clock.instant());
        return Verdict.ACCEPTED;
    }

    private Verdict used(
            Handle handle,
            PasskeyPage page,
            SpentPages.Opened opened,
            PasskeyVerifier made,
            String credential,
            String line) {
        var factor =
                FactorStore.locked(handle, page.actor().userId(), Kind.PASSKEY).orElse(null);
        var key = factor == null ? null : key(factor).orElse(null);
        if (factor == null || key == null) {
            return Verdict.refused(NO_PASSKEY, false);
        }
        var pause = wrongTries.pause(factor);
        if (!pause.isZero()) {
            return Verdict.refused(paused("another " + DurationPhrases.about(pause)), true);
        }
        long uses;
        try {
            uses = made.used(credential, key.secret(), factor.uses(), opened.challenge());
        } catch (PasskeyRejectedException rejected) {
            return wrong(handle, page, factor, rejected.reason());
        }
        wrongTries.forget(handle, factor);
        FactorStore.used(handle, factor.id(), uses);
        if (key.stale()) {
            var resealed =
                    cipher.seal(Passkey.owner(factor.userId()), key.secret().toByteArray());
            FactorStore.reseal(handle, factor.id(), resealed);
        }
        SpentPages.spend(handle, page, credential, line, factor.id(), clock.instant());
        return Verdict.ACCEPTED;
    }

    private Verdict wrong(
            Handle handle, PasskeyPage page, StoredFactor factor, PasskeyRejectedException.Reason reason) {
        var pause = wrongTries.count(handle, factor);
        SpentPages.refuse(handle, page, reason.noted(), clock.instant());
        refusedPages.tellsSoon(page);
        var words = pause.isZero() ? reason.told() : paused(DurationPhrases.about(pause));
        return new Verdict(new PageRefusedException(words, true), () -> {
            refusedPages.tell(page);
            if (!pause.isZero()) {
                wrongTries.tell(factor.userId());
            }
        });
    }

    private static String paused(String time) {
        return "Too many wrong tries. Your passkey isn't accepted for " + time + ". Nothing was counted.";
    }

    private Optional<SecretCipher.Opened> key(StoredFactor factor) {
        return cipher.open(Passkey.owner(factor.userId()), factor.sealed());
    }

    private PasskeyPage page(String address) {
        return addresses.read(address).orElseThrow(() -> new PageRefusedException(EXPIRED, false));
    }

    private boolean adds(PasskeyPage page) {
        return page.line().equals(grammar.print(Factor.own(Step.REPLACE, Kind.PASSKEY)));
    }

    private boolean linked(PasskeyPage page) {
        try {
            return identities.of(page.actor()) == Identities.Standing.LINKED;
        } catch (MessengerException silent) {
            throw new PageRefusedException("Slack isn't answering. Nothing was changed. Try again.", true);
        }
    }

    private <T> T inTransaction(InTransaction<T> work) {
        try {
            return jdbi.inTransaction(work::with);
        } catch (JdbiException away) {
            throw new IntakeFailedException(away);
        }
    }

    private interface InTransaction<T> {
        T with(Handle handle);
    }

    /** Made late, so that a bot whose pages nobody opens loads nothing of the library. */
    private synchronized PasskeyVerifier verifier() {
        var made = verifier;
        if (made == null) {
            made = new PasskeyVerifier(addresses.site().orElseThrow());
            verifier = made;
        }
        return made;
    }
}
