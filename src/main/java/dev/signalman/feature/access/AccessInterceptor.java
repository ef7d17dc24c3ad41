package dev.signalman.feature.access;

import dev.signalman.chat.MessengerException;
import dev.signalman.command.Command;
import dev.signalman.command.Grammar;
import dev.signalman.command.Promote;
import dev.signalman.command.Refusal;
import dev.signalman.command.Run;
import dev.signalman.command.RunTask;
import dev.signalman.command.Verb;
import dev.signalman.dispatch.Interceptor;
import dev.signalman.dispatch.Interceptor.Order;
import dev.signalman.dispatch.Invocation;
import dev.signalman.dispatch.Origin;
import dev.signalman.port.CommandAccess;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Admits a command if the person may give it. The bot's own lines pass, since they were judged when somebody asked for
 * them. An agent has its owner's rights at most, and far fewer commands. Questions are open to members and guests unless a rule restricts their verb; acts are for full members, and for
 * those whom the rules name.
 */
final class AccessInterceptor implements Interceptor, CommandAccess {
    private static final Logger LOG = LoggerFactory.getLogger(AccessInterceptor.class);

    /** Verbs that nobody may use until a rule permits it. */
    private static final Set<String> CLOSED = Set.of("agents", AccessRules.OVERRIDE);

    private final Grammar grammar;
    private final Supplier<AccessRules> rules;
    private final WorkspaceStanding workspaceStanding;
    private final RuleMembership ruleMembership;
    private final AgentRule agentRule;

    @Inject
    AccessInterceptor(
            Grammar grammar,
            Supplier<AccessRules> rules,
            WorkspaceStanding workspaceStanding,
            RuleMembership ruleMembership,
            AgentRule agentRule) {
        this.grammar = grammar;
        this.rules = rules;
        this.workspaceStanding = workspaceStanding;
        this.ruleMembership = ruleMembership;
        this.agentRule = agentRule;
    }

    @Override
    public Order stage() {
        return Order.AUTHORIZE;
    }

    @Override
    public void admit(Command command, Invocation invocation) {
        if (invocation.origin() instanceof Origin.Itself) {
            return;
        }
        if (invocation.origin() instanceof Origin.ByAgent) {
            agentRule.admit(command, invocation.actor());
        }
        var verb = grammar.verbOf(command);
        switch (verb.kind()) {
            case ASKS -> toAsk(verb.words(), invocation);
            case ACTS -> toAct(verb.words(), command, invocation);
            case INTERNAL -> toBeShown(verb.words(), invocation);
        }
    }

    @Override
    public boolean admits(Command command, Invocation invocation) {
        try {
            admit(command, invocation);
            return true;
        } catch (Refusal refused) {
            return false;
        } catch (MessengerException silent) {
            LOG.warn("Slack didn't answer who a person is, so a button is left out: {}", silent.kind());
            return false;
        }
    }

    /** Unasked messages need the same rights as {@code status}, since they show the same. */
    private void toBeShown(String words, Invocation invocation) {
        if (!(invocation.origin() instanceof Origin.Noticed)) {
            throw new Refusal("\"" + words + "\" is an internal command. /semaphore help lists the ones you can use.");
        }
        toAsk("status", invocation);
    }

    private void toAsk(String words, Invocation invocation) {
        // A rule for a verb family covers its acts, not its list.
        var rule = family(words) ? null : rules.get().first(words);
        workspaceStanding.admitToAsk(invocation.actor());
        if (rule != null) {
            ruleMembership.admit(rule, invocation.actor().userId(), words);
        }
    }

    private void toAct(String words, Command command, Invocation invocation) {
        workspaceStanding.admitToAct(invocation.actor());
        var first = words.split(" ", 2)[0];
        judge(words, first, invocation);
        if (command instanceof RunTask) {
            judge(Run.VERB.words(), Run.VERB.words(), invocation); // a task is a run by another name
        }
        if (command instanceof Promote promote && promote.override()) {
            judge(AccessRules.OVERRIDE, AccessRules.OVERRIDE, invocation);
        }
    }

    private void judge(String words, String first, Invocation invocation) {
        var rule = rules.get().first(words, first);
        if (rule != null) {
            ruleMembership.admit(rule, invocation.actor().userId(), words);
        } else if (CLOSED.contains(first)) {
            throw new Refusal("Nobody can use \"" + words
                    + "\" yet. Ask your Signalman admin to list people or user groups under access in "
                    + "signalman.yml, for example access: {" + first + ": [S0123ABCD]}.");
        }
    }

    private boolean family(String words) {
        return grammar.verbs().stream()
                .anyMatch(verb -> verb.kind() == Verb.Kind.ACTS && verb.words().startsWith(words + " "));
    }
}
