package dev.signalman.feature.access;

import dev.signalman.chat.MessengerException;
import dev.signalman.chat.People;
import dev.signalman.command.Refusal;
import dev.signalman.feature.access.AccessRules.Rule;
import jakarta.inject.Inject;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Checks whether a rule names a person. When Slack does not say, it admits nobody. */
final class RuleMembership {
    private static final Logger LOG = LoggerFactory.getLogger(RuleMembership.class);

    private final People people;
    private final RuleMemberNames ruleMemberNames;

    @Inject
    RuleMembership(People people, RuleMemberNames ruleMemberNames) {
        this.people = people;
        this.ruleMemberNames = ruleMemberNames;
    }

    /**
     * Admits a person whom {@code rule} names.
     *
     * @param asked the verb, e.g. {@code agents create}
     */
    void admit(Rule rule, String userId, String asked) {
        var who = rule.who();
        if (who.contains(AccessRules.EVERYONE) || who.contains(userId)) {
            return;
        }
        boolean silent = false;
        for (var group : who) {
            if (group.startsWith("S")) {
                try {
                    if (people.inGroup(userId, group)) {
                        return;
                    }
                } catch (MessengerException failure) {
                    LOG.warn(
                            "Slack didn't return the members of group {}, so nobody counts as one: {}",
                            group,
                            failure.kind());
                    silent = true;
                }
            }
        }
        throw silent ? unsure(rule, asked) : outside(rule, asked);
    }

    private Refusal unsure(Rule rule, String asked) {
        return new Refusal("Only " + named(rule) + " can use \"" + asked
                + "\", and Slack didn't confirm that you're one of them. Try again in a few minutes.");
    }

    private Refusal outside(Rule rule, String asked) {
        return rule.who().isEmpty()
                ? new Refusal("Nobody can use \"" + asked + "\": access." + rule.key()
                        + " in signalman.yml is empty. Ask your Signalman admin to add people or user groups.")
                : new Refusal("Only " + named(rule) + " can use \"" + asked
                        + "\". Ask one of them, or ask your Signalman admin to add you under access." + rule.key()
                        + " in signalman.yml.");
    }

    private String named(Rule rule) {
        return ruleMemberNames.of(rule.who());
    }
}
