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
                    LOG.warn("Slack does not say who is in group {}: {}", group, failure.kind());
                    silent = true;
                }
            }
        }
        throw silent ? unsure(rule, asked) : outside(rule, asked);
    }

    private Refusal unsure(Rule rule, String asked) {
        return new Refusal("Only " + named(rule) + " may use \"" + asked
                + "\", and Slack does not tell me whether you are among them. Try again in a while.");
    }

    private Refusal outside(Rule rule, String asked) {
        return rule.who().isEmpty()
                ? new Refusal("Nobody may use \"" + asked + "\": the list under access, " + rule.key()
                        + " in signalman.yml is empty. An administrator can name people or user groups there.")
                : new Refusal("Only " + named(rule) + " may use \"" + asked
                        + "\". Ask one of them, or have an administrator add you under access, " + rule.key()
                        + " in signalman.yml.");
    }

    private String named(Rule rule) {
        return ruleMemberNames.of(rule.who());
    }
}
