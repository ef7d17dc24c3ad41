package dev.signalman.feature.agents;

import dev.signalman.card.CardActions;
import dev.signalman.card.Text;
import dev.signalman.card.TextCard;
import dev.signalman.dispatch.Act;
import dev.signalman.dispatch.ActResult;
import dev.signalman.dispatch.Delivery;
import dev.signalman.dispatch.Outcome;
import java.util.List;

/** What was done, said where it was asked for, with the name of whoever asked. */
final class AgentActMessage {
    private AgentActMessage() {}

    /**
     * It was done.
     *
     * @param deed what stands between the person's name and the type's, e.g. {@code deleted the agent type}
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
