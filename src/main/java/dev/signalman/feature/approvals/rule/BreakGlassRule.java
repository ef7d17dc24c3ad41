package dev.signalman.feature.approvals.rule;

import dev.signalman.card.Text;
import dev.signalman.chat.People;
import dev.signalman.domain.Person.Standing;
import dev.signalman.ruling.Judgement;
import dev.signalman.ruling.Membership;
import dev.signalman.ruling.MembershipLookup;
import dev.signalman.ruling.Policy;
import dev.signalman.ruling.Rule;
import dev.signalman.ruling.RuleTopic;
import dev.signalman.ruling.Verdict;
import dev.signalman.ruling.Wish;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;

/** Requires that every policy with approvals or freezes names the person under {@code break_glass:}. */
public final class BreakGlassRule implements Rule<EligibleGlassBreakers> {
    private final People people;
    private final MembershipLookup membershipLookup;

    @Inject
    BreakGlassRule(People people, MembershipLookup membershipLookup) {
        this.people = people;
        this.membershipLookup = membershipLookup;
    }

    @Override
    public RuleTopic topic() {
        return RuleTopic.BREAK_GLASS;
    }

    @Override
    public EligibleGlassBreakers gather(Wish wish) {
        var who = wish.requester().userId();
        var members = new HashMap<Policy, Membership>();
        var names = new HashMap<String, String>();
        for (var policy : EligibleGlassBreakers.guarding(wish)) {
            members.put(
                    policy,
                    wish.breakGlass() == null ? Membership.UNKNOWN : membershipLookup.of(who, policy.breakGlass()));
            policy.breakGlass().forEach(id -> names.computeIfAbsent(id, people::nameOf));
        }
        return new EligibleGlassBreakers(people.find(who).standing(), members, names);
    }

    @Override
    public List<Judgement> judge(Wish wish, EligibleGlassBreakers known) {
        return List.of(wish.breakGlass() == null ? whole(wish, known) : broken(wish, wish.breakGlass(), known));
    }

    private Judgement whole(Wish wish, EligibleGlassBreakers known) {
        if (!EligibleGlassBreakers.breakable(wish)) {
            return Judgement.met(topic(), "No glass to break");
        }
        return Judgement.met(
                topic(), "The glass is whole; " + known.named(wish) + " may break it, alone and with a reason");
    }

    private Judgement broken(Wish wish, String because, EligibleGlassBreakers known) {
        var guarding = EligibleGlassBreakers.guarding(wish);
        var name = wish.requester().name();
        if (guarding.isEmpty()) {
            return Judgement.refused(
                    topic(),
                    "There is no glass to break: no rule asks for approval of this, and none freezes it. Promote it"
                            + " without break-glass.");
        }
        for (var policy : guarding) {
            if (policy.breakGlass().isEmpty()) {
                return Judgement.refused(
                        topic(),
                        "Nobody may break the glass here, since " + policy.place() + " (" + policy.name()
                                + ") in signalman.yml names nobody under break_glass. Promote it without break-glass,"
                                + " which asks those for approval who may give it.");
            }
        }
        if (known.standing() == Standing.UNKNOWN
                || guarding.stream().anyMatch(policy -> known.member(policy) == Membership.UNKNOWN)) {
            return Judgement.unknown(
                    topic(),
                    "Slack does not tell me whether " + name + " is among those who may break the glass ("
                            + known.named(wish) + "). Try again in a while.");
        }
        if (known.standing() != Standing.MEMBER
                || guarding.stream().anyMatch(policy -> known.member(policy) != Membership.IN)) {
            return Judgement.refused(
                    topic(),
                    "Only " + known.named(wish) + " may break the glass, and " + name
                            + " is not among them. One of them must, or those agree who may approve.");
        }
        return new Judgement(
                topic(), Verdict.MET, Text.of("Glass broken by " + name + ": " + because), List.of(name), Text.empty());
    }
}
