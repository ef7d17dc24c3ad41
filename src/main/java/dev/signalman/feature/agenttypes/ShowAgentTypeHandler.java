package dev.signalman.feature.agenttypes;

import dev.signalman.card.Button;
import dev.signalman.card.CardActions;
import dev.signalman.card.ListCard;
import dev.signalman.card.Text;
import dev.signalman.command.DeleteAgentType;
import dev.signalman.command.DisableAgents;
import dev.signalman.command.ShowAgentType;
import dev.signalman.dispatch.Handler;
import dev.signalman.dispatch.Invocation;
import dev.signalman.dispatch.Outcome;
import dev.signalman.domain.AgentType;
import dev.signalman.domain.SelfHostedAgent;
import dev.signalman.semaphore.Semaphore;
import dev.signalman.semaphore.SemaphoreException;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;

/** Shows an agent type with its agents, and buttons for its acts. */
final class ShowAgentTypeHandler implements Handler<ShowAgentType> {
    private static final int MOST = 20;

    private final KnownAgentTypes types;
    private final Semaphore semaphore;

    @Inject
    ShowAgentTypeHandler(KnownAgentTypes types, Semaphore semaphore) {
        this.types = types;
        this.semaphore = semaphore;
    }

    @Override
    public Outcome handle(ShowAgentType command, Invocation invocation) {
        var known = types.named(command.name(), ShowAgentType::new);
        var type = semaphore.agentTypes().describe(known.name());
        var title = Text.empty().bold(type.name()).plain("  " + AgentTypePhrases.connected(type.agents()));
        if (type.created() != null) {
            title = title.plain(" · created ").date(type.created());
        }
        if (type.updated() != null && !type.updated().equals(type.created())) {
            title = title.plain(" · changed ").date(type.updated());
        }
        var agents = type.agents() == 0 ? List.<SelfHostedAgent>of() : agents(type.name());
        var shown = agents.subList(0, Math.min(MOST, agents.size()));
        return Outcome.answer(new ListCard(
                "Agent type " + type.name() + " has " + AgentTypePhrases.connected(type.agents()) + ".",
                title,
                shown.stream().map(AgentTypePhrases::row).toList(),
                shown.size() < type.agents() && !shown.isEmpty()
                        ? (type.agents() - shown.size()) + " more in Semaphore."
                        : "",
                CardActions.of(buttons(type))));
    }

    /** Those that connected first; none from a server that has no such list. */
    private List<SelfHostedAgent> agents(String type) {
        try {
            return semaphore.agentTypes().agents(type, null).items();
        } catch (SemaphoreException failed) {
            if (failed.kind() == SemaphoreException.Kind.NOT_FOUND) {
                return List.of();
            }
            throw failed;
        }
    }

    private static List<Button> buttons(AgentType type) {
        var name = type.name();
        var buttons = new ArrayList<Button>();
        if (type.agents() > 0) {
            buttons.add(Button.of("Disable idle agents", new DisableAgents(name, false))
                    .asking(
                            "Disable the idle agents?",
                            "Agents of " + name + " that aren't running a job are disabled. Busy ones keep running.",
                            "Disable idle",
                            "Cancel"));
            buttons.add(Button.of("Disable all", new DisableAgents(name, true))
                    .danger()
                    .asking(
                            "Disable all agents?",
                            "All agents of " + name + " are disabled. Jobs they are running are stopped.",
                            "Disable all",
                            "Cancel"));
        }
        if (type.agents() > 0) {
            return buttons; // Semaphore refuses to delete a type with agents
        }
        buttons.add(Button.of("Delete", new DeleteAgentType(name))
                .danger()
                .asking(
                        "Delete this agent type?",
                        "Agent type " + name + " is deleted, and its registration token stops working.",
                        "Delete",
                        "Cancel"));
        return buttons;
    }
}
