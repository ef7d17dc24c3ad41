package dev.signalman.feature.access;

import dev.signalman.chat.People;
import dev.signalman.command.Command;
import dev.signalman.command.Deploys;
import dev.signalman.command.History;
import dev.signalman.command.ListPipelines;
import dev.signalman.command.Logs;
import dev.signalman.command.Promote;
import dev.signalman.command.Refusal;
import dev.signalman.command.Status;
import dev.signalman.command.Why;
import dev.signalman.domain.Actor;
import dev.signalman.domain.Person;
import dev.signalman.port.AgentAccess;
import dev.signalman.ruling.MembershipLookup;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * What agents may do, and whose: a few questions, and promotions, which become requests (see {@link
 * dev.signalman.ruling.Gate}). Everything else is refused here, however it was asked for.
 */
final class AgentRule implements AgentAccess {
    private static final Set<Class<? extends Command>> QUESTIONS =
            Set.of(Status.class, ListPipelines.class, Logs.class, Why.class, Deploys.class, History.class);

    private final Supplier<AccessRules> rules;
    private final People people;
    private final MembershipLookup membershipLookup;

    @Inject
    AgentRule(Supplier<AccessRules> rules, People people, MembershipLookup membershipLookup) {
        this.rules = rules;
        this.people = people;
        this.membershipLookup = membershipLookup;
    }

    @Override
    public boolean open() {
        return !named().isEmpty();
    }

    private List<String> named() {
        var rule = rules.get().first(AccessRules.ASK_BY_AGENT);
        return rule == null ? List.of() : rule.who();
    }

    @Override
    public Standing of(String userId) {
        var named = named();
        if (named.isEmpty()) {
            return Standing.REFUSED;
        }
        var person = people.find(userId);
        if (person.standing() == Person.Standing.UNKNOWN) {
            return Standing.UNKNOWN;
        }
        if (!person.fullMember()) {
            return Standing.REFUSED;
        }
        if (named.contains(AccessRules.EVERYONE)) {
            return Standing.ADMITTED;
        }
        return switch (membershipLookup.of(userId, named)) {
            case IN -> Standing.ADMITTED;
            case OUT -> Standing.REFUSED;
            case UNKNOWN -> Standing.UNKNOWN;
        };
    }

    /** Admits a command that an agent gave. */
    void admit(Command command, Actor owner) {
        if (!QUESTIONS.contains(command.getClass()) && !request(command)) {
            throw new Refusal("Agents can't do this. They can look at builds and deploys, and request a promotion. "
                    + "Ask a person.");
        }
        switch (of(owner.userId())) {
            case ADMITTED -> {}
            case REFUSED ->
                throw new Refusal(owner.name() + "'s agents can't use Signalman. Ask your Signalman admin to add "
                        + owner.name() + " under access." + AccessRules.ASK_BY_AGENT + " in signalman.yml.");
            case UNKNOWN ->
                throw new Refusal("Slack didn't confirm that " + owner.name()
                        + "'s agents can use Signalman. Try again in a few minutes.");
        }
    }

    private static boolean request(Command command) {
        return command instanceof Promote promote
                && !promote.override()
                && !promote.breakGlass()
                && promote.scheduled() == null;
    }
}
