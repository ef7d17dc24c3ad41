package dev.signalman.feature.factor;

import dev.signalman.card.Card;
import dev.signalman.card.TextCard;
import dev.signalman.chat.People;
import dev.signalman.command.Factor;
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
    private final InstantSource clock;

    @Inject
    FactorHandler(
            FactorStore store,
            SecondFactors factors,
            FactorTrust trust,
            SharedRules sharedRules,
            Identities identities,
            People people,
            InstantSource clock) {
        this.store = store;
        this.factors = factors;
        this.trust = trust;
        this.sharedRules = sharedRules;
        this.identities = identities;
        this.people = people;
        this.clock = clock;
    }

    @Override
    public Outcome handle(Factor command, Invocation invocation) {
        return switch (command.step()) {
            case SHOW -> show(invocation);
            case REPLACE -> begin(invocation);
            case CONFIRM -> confirm(invocation);
            case REMOVE -> remove(invocation);
            case VOUCH -> vouch(Objects.requireNonNull(command.person()), invocation);
        };
    }

    private Outcome show(Invocation invocation) {
        return store.of(invocation.actor().userId())
                .map(factor -> Outcome.answer(FactorPhrases.standing(
                        factor.countsAt(), store.vouchers(factor.id()).size(), clock.instant())))
                .orElseGet(() -> begin(invocation));
    }

    /** A linked token shows that the person is known to Semaphore, too. It makes no factor count sooner. */
    private Outcome begin(Invocation invocation) {
        if (identities.of(invocation.actor()) != Identities.Standing.LINKED) {
            throw new Refusal(
                    "Link your own Semaphore token first: it shows that you are you in Semaphore, too. Then use /semaphore "
                            + "factor again. Nothing was changed.",
                    List.of(Suggestion.next("Link", new Link(null))));
        }
        return Outcome.act(Factor.own(Step.REPLACE));
    }

    private Outcome confirm(Invocation invocation) {
        var owner = invocation.actor();
        var offered = store.offered(owner.userId())
                .filter(each -> factors.usedFor(invocation).equals(Optional.of(each.id())))
                .orElseThrow(() -> new Refusal(
                        "The first code of a new key is entered in a form. Start with /semaphore factor, then press "
                                + "Enter code. Nothing was changed.",
                        List.of(Suggestion.next("Set up second factor", Factor.own(Step.SHOW)))));
        var replaced = store.of(owner.userId()).isPresent();
        var countsAt = clock.instant().plus(WAIT);
        return telling(invocation, FactorPhrases.setUp(owner, countsAt, replaced))
                .saying(new Delivery.ToPlace(Place.channel(owner.userId()), FactorPhrases.setUp(countsAt)))
                .saying(new Delivery.ToAsker(FactorPhrases.setUp(countsAt)))
                .with(store.settingUp(owner.userId(), offered, countsAt));
    }

    private Outcome remove(Invocation invocation) {
        var owner = invocation.actor();
        if (store.of(owner.userId()).isEmpty()) {
            throw new Refusal(FactorPhrases.NONE + " Nothing was changed.");
        }
        var words = TextCard.of("Your second factor is removed. Approvals that need one don't count until you set up "
                + "another one.");
        return telling(invocation, FactorPhrases.removed(owner))
                .saying(new Delivery.ToPlace(Place.channel(owner.userId()), words))
                .saying(new Delivery.ToAsker(words))
                .with(store.removing(owner.userId()));
    }

    private Outcome telling(Invocation invocation, Card card) {
        return Outcome.deliver(
                sharedRules.telling(invocation.actor().userId(), card).toArray(Delivery[]::new));
    }

    private Outcome vouch(String owner, Invocation invocation) {
        var voucher = invocation.actor();
        var name = people.nameOf(owner);
        if (owner.equals(voucher.userId())) {
            throw new Refusal(
                    "You can't vouch for your own second factor. Ask two approvers of a rule that you share.");
        }
        var factor = factors.of(owner);
        if (!factor.exists()) {
            throw new Refusal(name + " has no second factor, so there's nothing to vouch for.");
        }
        var rules = sharedRules.demanding(owner, voucher.userId());
        if (rules.isEmpty()) {
            throw new Refusal("Only approvers of a rule that needs a second factor and names " + name
                    + " can vouch for it. Nothing was changed.");
        }
        if (trust.of(voucher.userId(), rules) != FactorTrust.Standing.COUNTS) {
            throw new Refusal(
                    "Vouching needs a second factor of your own that counts. Nothing was changed.",
                    List.of(Suggestion.next("Show my second factor", Factor.own(Step.SHOW))));
        }
        if (!factors.usedFor(invocation)
                .equals(Optional.of(factors.of(voucher.userId()).id()))) {
            throw new Refusal(
                    "Vouching for " + name + " needs a code of your own second factor. Press the button to enter it.",
                    List.of(Suggestion.next("Vouch", Factor.of(owner))));
        }
        var words = voucher.name() + " vouches for the second factor of " + name + ".";
        return telling(invocation, TextCard.of(words))
                .saying(new Delivery.ToPlace(Place.channel(owner), TextCard.of(words)))
                .saying(new Delivery.ToAsker(
                        TextCard.of("You vouched for the second factor of " + name + ". Two approvers must.")))
                .with(store.vouching(factor.id(), voucher.userId()));
    }
}
