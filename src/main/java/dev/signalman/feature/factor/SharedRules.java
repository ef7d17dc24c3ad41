package dev.signalman.feature.factor;

import dev.signalman.card.Card;
import dev.signalman.chat.MemberRoster;
import dev.signalman.dispatch.Delivery;
import dev.signalman.domain.Place;
import dev.signalman.ruling.Membership;
import dev.signalman.ruling.MembershipLookup;
import dev.signalman.ruling.Policies;
import dev.signalman.ruling.Policy;
import dev.signalman.ruling.StepUp;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The rules that name a person as an approver or as somebody who may break the glass, and who shares them. */
final class SharedRules {
    /** More people than this are told in no direct messages of their own. */
    private static final int MOST = 20;

    private final Supplier<Policies> policies;
    private final MembershipLookup membershipLookup;
    private final MemberRoster roster;

    @Inject
    SharedRules(Supplier<Policies> policies, MembershipLookup membershipLookup, MemberRoster roster) {
        this.policies = policies;
        this.membershipLookup = membershipLookup;
        this.roster = roster;
    }

    /** The rules that demand a second factor, name {@code owner}, and let {@code voucher} decide. */
    List<Policy> demanding(String owner, String voucher) {
        return policies.get().all().stream()
                .filter(policy -> policy.stepUp() != StepUp.NONE)
                .filter(policy -> membershipLookup.of(owner, named(policy)) == Membership.IN)
                .filter(policy -> membershipLookup.of(voucher, policy.deciders()) == Membership.IN)
                .toList();
    }

    /**
     * Tells those who share a rule with a person: in the rule's channel, or else one by one.
     *
     * @throws dev.signalman.chat.MessengerException when Slack does not say who they are
     */
    List<Delivery> telling(String owner, Card card) {
        var channels = new TreeSet<String>();
        var people = new TreeSet<String>();
        for (var policy : policies.get().all()) {
            if (membershipLookup.of(owner, named(policy)) == Membership.OUT) {
                continue;
            }
            var channel = policy.approvals().channel();
            if (channel != null) {
                channels.add(channel);
            } else {
                named(policy).forEach(id -> people.addAll(id.startsWith("S") ? roster.members(id) : Set.of(id)));
            }
        }
        people.remove(owner);
        var told = new ArrayList<Delivery>();
        channels.forEach(channel -> told.add(new Delivery.ToPlace(Place.channel(channel), card)));
        people.stream().limit(MOST).forEach(person -> told.add(new Delivery.ToPlace(Place.channel(person), card)));
        return told;
    }

    private static List<String> named(Policy policy) {
        return Stream.concat(policy.approvals().approvers().stream(), policy.breakGlass().stream())
                .distinct()
                .toList();
    }
}
