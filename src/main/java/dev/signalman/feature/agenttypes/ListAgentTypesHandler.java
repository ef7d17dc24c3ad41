package dev.signalman.feature.agenttypes;

import dev.signalman.card.Button;
import dev.signalman.card.CardActions;
import dev.signalman.card.ListCard;
import dev.signalman.card.Menu;
import dev.signalman.card.Text;
import dev.signalman.card.TextCard;
import dev.signalman.command.ListAgentTypes;
import dev.signalman.command.ShowAgentType;
import dev.signalman.dispatch.Handler;
import dev.signalman.dispatch.Invocation;
import dev.signalman.dispatch.Outcome;
import dev.signalman.domain.AgentType;
import jakarta.inject.Inject;
import java.util.List;

/** Lists the types of self-hosted agents. */
final class ListAgentTypesHandler implements Handler<ListAgentTypes> {
    private final KnownAgentTypes types;

    @Inject
    ListAgentTypesHandler(KnownAgentTypes types) {
        this.types = types;
    }

    @Override
    public Outcome handle(ListAgentTypes command, Invocation invocation) {
        var all = types.all();
        if (all.isEmpty()) {
            return Outcome.answer(
                    TextCard.of("No self-hosted agent types yet. Create one with /semaphore agents create s1-…."));
        }
        int agents = all.stream().mapToInt(AgentType::agents).sum();
        return Outcome.answer(new ListCard(
                (all.size() == 1 ? "1 self-hosted agent type" : all.size() + " self-hosted agent types") + ", with "
                        + AgentTypePhrases.connected(agents) + ".",
                Text.empty().bold("Self-hosted agents"),
                all.stream().map(ListAgentTypesHandler::row).toList(),
                "",
                show(all)));
    }

    private static Text row(AgentType type) {
        return Text.empty().code(type.name()).plain("  " + AgentTypePhrases.connected(type.agents()));
    }

    private static CardActions show(List<AgentType> all) {
        List<Button> buttons = all.stream()
                .map(type -> Button.of(type.name(), new ShowAgentType(type.name())))
                .toList();
        return new CardActions(List.of(), new Menu("Show …", buttons));
    }
}
