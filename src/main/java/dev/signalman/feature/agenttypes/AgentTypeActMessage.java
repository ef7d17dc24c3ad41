package dev.signalman.feature.agenttypes;

import dev.signalman.card.CardActions;
import dev.signalman.card.Text;
import dev.signalman.card.TextCard;
import dev.signalman.dispatch.Act;
import dev.signalman.dispatch.ActResult;
import dev.signalman.dispatch.Delivery;
import dev.signalman.dispatch.Outcome;
import java.util.List;

/** The message about an act on agents, in the channel where it was asked for, with the person's name. */
final class AgentTypeActMessage {
    private AgentTypeActMessage() {}

    /**
     * Reports a completed act.
     *
     * @param deed the words between the person's and the type's name, e.g. {@code deleted the agent type}
     */
    static ActResult done(Act act, String deed, String type, String... small) {
        var who = act.actor().name();
        var sentence = who + " " + deed + " " + type + ".";
        var card = new TextCard(
                sentence,
                List.of(Text.empty().bold(who).plain(" " + deed + " ").code(type)),
                List.of(small),
                CardActions.NONE);
        return ActResult.done(sentence, Outcome.deliver(new Delivery.ToPlace(act.place(), card)));
    }
}
