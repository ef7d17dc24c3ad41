package dev.signalman.feature.factor;

import dev.signalman.card.Card;
import dev.signalman.card.TextCard;
import dev.signalman.chat.People;
import dev.signalman.command.Factor;
import dev.signalman.command.Factor.Kind;
import dev.signalman.command.Factor.Step;
import dev.signalman.command.Link;
import dev.signalman.command.Refusal;
import dev.signalman.command.Suggestion;
import dev.signalman.dispatch.Delivery;
import dev.signalman.dispatch.Handler;
import dev.signalman.dispatch.Invocation;
import dev.signalman.dispatch.Outcome;
import dev.signalman.domain.Place;
import dev.signalman.port.Identities;
import dev.signalman.port.SecondFactors;
import dev.signalman.ruling.FactorTrust;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Sets up, replaces and removes people's second factors, and takes the word of those who vouch for one. */
final class FactorHandler implements Handler<Factor> {
    /** Time for the others to notice that somebody set up a factor in a stolen Slack session. */
    private static final Duration WAIT = Duration.ofHours(24);

    private final FactorStore store;
    private final SecondFactors factors;
    private final FactorTrust trust;
    private final SharedRules sharedRules;
    private final Identities identities;
    private final People people;
    private final PasskeyAddresses addresses;
    private final InstantSource clock;

    @Inject
    FactorHandler(
            FactorStore store,
            SecondFactors factors,
            FactorTrust trust,
            SharedRules sharedRules,
            Identities identities,
            People people,
            PasskeyAddresses addresses,
            InstantSource clock) {
        this.store = store;
        this.factors = factors;
        this.trust = trust;
        this.sharedRules = sharedRules;
        this.identities = identities;
        this.people = people;
        this.addresses = addresses;
        this.clock = clock;
    }

    @Override
    public Outcome handle(Factor command, Invocation invocation) {
        return switch (command.step()) {
            case SHOW -> show(invocation);
            case REPLACE -> begin(command.kind(), invocation);
            case CONFIRM -> confirm(command.kind(), invocation);
            case REMOVE -> remove(command.kind(), invocation);
            case VOUCH -> vouch(Objects.requireNonNull(command.person()), command.kind(), invocation);
        };
    }

    private Outcome show(Invocation invocation) {
        var owner = invocation.actor().userId();
        var known = store.of(owner);
        if (known.isEmpty()) {
            return begin(null, invocation);
        }
        var usable =
                factors.of(owner).stream().map(SecondFactors.KnownFactor::id).toList();
        var pages = addresses.site().isPresent();
        var lines = known.stream()
                .map(factor -> usable.contains(factor.id())
                        ? FactorPhrases.standing(
                                factor.kind(),
                                factor.countsAt(),
                                store.vouchers(factor.id()).size(),
                                clock.instant())
                        : FactorPhrases.unusable(factor.kind(), pages))
                .toList();
        var kinds = known.stream().map(FactorStore.StoredFactor::kind).toList();
        return Outcome.answer(FactorPhrases.standing(lines, kinds, pages));
    }

    /** A linked token shows that the person is known to Semaphore, too. It makes no factor count sooner. */
    private Outcome begin(@Nullable Kind kind, Invocation invocation) {
        if (kind == Kind.PASSKEY && addresses.site().isEmpty()) {
            throw new Refusal(FactorPhrases.NO_PAGES + " Nothing was changed.");
        }
        if (identities.of(invocation.actor()) != Identities.Standing.LINKED) {
            throw new Refusal(
                    "Link your own Semaphore token first: it shows that you are you in Semaphore, too. Then use /semaphore "
                            + "factor again. Nothing was changed.",
                    List.of(Suggestion.next("Link", new Link(null))));
        }
        return Outcome.act(Factor.own(Step.REPLACE, kind == Kind.CODE ? null : kind));
    }

    private Outcome confirm(@Nullable Kind given, Invocation invocation) {
        var owner = invocation.actor();
        var kind = given == null ? Kind.CODE : given;
        var offered = store.offered(owner.userId())
                .filter(each -> each.kind() == kind)
                .filter(each -> factors.usedFor(invocation).equals(Optional.of(each.id())))
                .orElseThrow(() -> kind == Kind.PASSKEY
                        ? new Refusal(
                                "A passkey is added on a web page. Press the button to get its link. Nothing was "
                                        + "changed.",
                                List.of(Suggestion.next("Add a passkey", Factor.own(Step.REPLACE, kind))))
                        : new Refusal(
                                "Enter the first code of a new key in the form: use /semaphore factor, then press Enter "
                                        + "code. Nothing was changed.",
                                List.of(Suggestion.next("Set up second factor", Factor.own(Step.SHOW)))));
        var replaced = store.of(owner.userId(), kind).isPresent();
        var countsAt = clock.instant().plus(WAIT);
        return telling(invocation, FactorPhrases.setUp(owner, kind, countsAt, replaced))
                .saying(new Delivery.ToPlace(Place.channel(owner.userId()), FactorPhrases.setUp(kind, countsAt)))
                .saying(new Delivery.ToAsker(FactorPhrases.setUp(kind, countsAt)))
                .with(store.settingUp(owner.userId(), offered, countsAt));
    }

    private Outcome remove(@Nullable Kind kind, Invocation invocation) {
        var owner = invocation.actor();
        var known = store.of(owner.userId());
        if (known.isEmpty()) {
            throw new Refusal(FactorPhrases.NONE + " Nothing was changed.");
        }
        if (kind != null && known.stream().noneMatch(factor -> factor.kind() == kind)) {
            throw new Refusal("You have no " + FactorPhrases.name(kind) + ". Nothing was changed.");
        }
        var keeps = kind != null && known.size() > 1;
        var words = FactorPhrases.removed(kind, keeps);
        return telling(invocation, FactorPhrases.removed(owner, kind, keeps))
                .saying(new Delivery.ToPlace(Place.channel(owner.userId()), words))
                .saying(new Delivery.ToAsker(words))
                .with(store.removing(owner.userId(), kind));
    }

    private Outcome telling(Invocation invocation, Card card) {
        return Outcome.deliver(
                sharedRules.telling(invocation.actor().userId(), card).toArray(Delivery[]::new));
    }

    private Outcome vouch(String owner, @Nullable Kind kind, Invocation invocation) {
        var voucher = invocation.actor();
        var name = people.nameOf(owner);
        if (owner.equals(voucher.userId())) {
            throw new Refusal(
                    "You can't vouch for your own second factor. Ask two approvers who share a rule with you.");
        }
        var factor = factors.of(owner).stream()
                .filter(each -> kind == null || each.kind() == kind)
                .findFirst()
                .orElseThrow(() -> new Refusal(name + " has no "
                        + (kind == null ? "second factor" : FactorPhrases.name(kind))
                        + ", so there's nothing to vouch for."));
        var rules = sharedRules.demanding(owner, voucher.userId());
        if (rules.isEmpty()) {
            throw new Refusal("You can vouch for " + name
                    + " only if a rule that needs a second factor names you both. Nothing was changed.");
        }
        if (trust.of(voucher.userId(), rules) != FactorTrust.Standing.COUNTS) {
            throw new Refusal(
                    "To vouch, you need a second factor of your own that already counts. Nothing was changed.",
                    List.of(Suggestion.next("Show my second factor", Factor.own(Step.SHOW))));
        }
        var given = factors.usedFor(invocation).orElse("");
        if (!rules.stream()
                .allMatch(rule -> trust.counting(voucher.userId(), rule).contains(given))) {
            throw new Refusal(
                    trust.kinds(voucher.userId(), rules).contains(Kind.CODE)
                            ? "Vouching for " + name
                                    + " needs a code from your own authenticator app. Press the button to enter it."
                            : "Vouching for " + name + " needs your own passkey. Press the button to use it.",
                    List.of(Suggestion.next("Vouch", Factor.of(owner, kind))));
        }
        var what = factor.kind() == Kind.PASSKEY ? "the passkey of " : "the second factor of ";
        var words = voucher.name() + " vouches for " + what + name + ".";
        return telling(invocation, TextCard.of(words))
                .saying(new Delivery.ToPlace(Place.channel(owner), TextCard.of(words)))
                .saying(new Delivery.ToAsker(
                        TextCard.of("You vouched for " + what + name + ". It counts as soon as two approvers have.")))
                .with(store.vouching(factor.id(), voucher.userId()));
    }
}
