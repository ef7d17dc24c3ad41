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
        var standing =
                wish.breakGlass() == null ? Standing.UNKNOWN : people.find(who).standing();
        return new EligibleGlassBreakers(standing, members, names);
    }

    @Override
    public List<Judgement> judge(Wish wish, EligibleGlassBreakers known) {
        return List.of(wish.breakGlass() == null ? whole(wish, known) : broken(wish, wish.breakGlass(), known));
    }

    private Judgement whole(Wish wish, EligibleGlassBreakers known) {
        if (!EligibleGlassBreakers.breakable(wish)) {
            return Judgement.met(topic(), "Break-glass doesn't apply");
        }
        return Judgement.met(topic(), "Break-glass is available to " + known.named(wish));
    }

    private Judgement broken(Wish wish, String because, EligibleGlassBreakers known) {
        var guarding = EligibleGlassBreakers.guarding(wish);
        var name = wish.requester().name();
        if (guarding.isEmpty()) {
            return Judgement.refused(
                    topic(),
                    "Break-glass doesn't apply here: this needs no approval and isn't frozen. Promote it without "
                            + "break-glass.");
        }
        for (var policy : guarding) {
            if (policy.breakGlass().isEmpty()) {
                return Judgement.refused(
                        topic(),
                        "Nobody can break glass here: " + policy.place() + " (" + policy.name()
                                + ") in signalman.yml has no break_glass list. Promote without break-glass to request approval.");
            }
        }
        if (known.standing() == Standing.UNKNOWN
                || guarding.stream().anyMatch(policy -> known.member(policy) == Membership.UNKNOWN)) {
            return Judgement.unknown(
                    topic(),
                    "Slack didn't confirm that " + name + " can break glass (" + known.named(wish)
                            + "). Try again in a few minutes.");
        }
        if (known.standing() != Standing.MEMBER
                || guarding.stream().anyMatch(policy -> known.member(policy) != Membership.IN)) {
            return Judgement.refused(
                    topic(),
                    "Only " + known.named(wish) + " can break glass, not " + name
                            + ". Ask one of them, or wait for approval.");
        }
        return new Judgement(
                topic(), Verdict.MET, Text.of("Break-glass by " + name + ": " + because), List.of(name), Text.empty());
    }
}
