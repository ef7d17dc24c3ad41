package dev.signalman.feature.agents;

import dev.signalman.card.Button;
import dev.signalman.card.CardActions;
import dev.signalman.card.Text;
import dev.signalman.card.TextCard;
import dev.signalman.command.DeleteAgentType;
import dev.signalman.command.DisableAgents;
import dev.signalman.command.ShowAgentType;
import dev.signalman.dispatch.Handler;
import dev.signalman.dispatch.Invocation;
import dev.signalman.dispatch.Outcome;
import dev.signalman.domain.AgentType;
import dev.signalman.semaphore.Semaphore;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;

/** Shows an agent type with buttons for its acts. */
final class ShowAgentTypeHandler implements Handler<ShowAgentType> {
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
        var lines = new ArrayList<Text>();
        lines.add(Text.empty().bold(type.name()).plain("  " + AgentPhrases.connected(type.agents())));
        if (type.created() != null) {
            var line = Text.of("Created ").date(type.created());
            lines.add(type.updated() == null ? line : line.plain(" · changed ").date(type.updated()));
        }
        return Outcome.answer(new TextCard(
                "Agent type " + type.name() + " has " + AgentPhrases.connected(type.agents()) + ".",
                lines,
                List.of(),
                CardActions.of(buttons(type))));
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
