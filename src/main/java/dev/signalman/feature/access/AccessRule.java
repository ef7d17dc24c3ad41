package dev.signalman.feature.access;

import dev.signalman.ruling.Judgement;
import dev.signalman.ruling.Membership;
import dev.signalman.ruling.MembershipLookup;
import dev.signalman.ruling.Rule;
import dev.signalman.ruling.RuleTopic;
import dev.signalman.ruling.Wish;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The requester may use the verb, and {@code override} where needed, when asking and when the promotion goes. */
final class AccessRule implements Rule<Map<String, AccessRule.Fact>> {
    private final Supplier<AccessRules> rules;
    private final MembershipLookup membershipLookup;
    private final RuleMemberNames ruleMemberNames;

    @Inject
    AccessRule(Supplier<AccessRules> rules, MembershipLookup membershipLookup, RuleMemberNames ruleMemberNames) {
        this.rules = rules;
        this.membershipLookup = membershipLookup;
        this.ruleMemberNames = ruleMemberNames;
    }

    /**
     * The facts on one required word.
     *
     * @param rule null when no rule names it
     * @param who names of the people in the rule
     */
    record Fact(AccessRules.@Nullable Rule rule, Membership membership, String who) {}

    @Override
    public RuleTopic topic() {
        return RuleTopic.ACCESS;
    }

    @Override
    public Map<String, Fact> gather(Wish wish) {
        var facts = new LinkedHashMap<String, Fact>();
        facts.put(wish.start().verb(), fact(wish.start().verb(), wish));
        if (wish.override()) {
            facts.put(AccessRules.OVERRIDE, fact(AccessRules.OVERRIDE, wish));
        }
        return facts;
    }

    private Fact fact(String word, Wish wish) {
        var rule = rules.get().first(word);
        if (rule == null) {
            return new Fact(null, Membership.OUT, "");
        }
        return new Fact(
                rule,
                rule.who().contains(AccessRules.EVERYONE)
                        ? Membership.IN
                        : membershipLookup.of(wish.requester().userId(), rule.who()),
                ruleMemberNames.of(rule.who()));
    }

    @Override
    public List<Judgement> judge(Wish wish, Map<String, Fact> facts) {
        return facts.entrySet().stream()
                .map(each -> judge(wish.requester().name(), each.getKey(), each.getValue()))
                .toList();
    }

    private Judgement judge(String name, String word, Fact fact) {
        var rule = fact.rule();
        if (rule == null) {
            return word.equals(AccessRules.OVERRIDE)
                    ? Judgement.refused(
                            topic(),
                            "Nobody can override yet. Ask your Signalman admin to list people or user groups under "
                                    + "access.override in signalman.yml, or leave the word out.")
                    : Judgement.met(topic(), "Everyone can " + word);
        }
        return switch (fact.membership()) {
            case IN -> Judgement.met(topic(), name + ", who requested it, can " + word);
            case OUT ->
                Judgement.refused(
                        topic(),
                        name + ", who requested it, can't " + word + " (" + fact.who() + " only). Ask one of them.");
            case UNKNOWN ->
                Judgement.unknown(
                        topic(),
                        "Slack didn't confirm that " + name + ", who requested it, can " + word + " (" + fact.who()
                                + "). Try again in a few minutes.");
        };
    }
}
