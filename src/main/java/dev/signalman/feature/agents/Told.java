package dev.signalman.feature.agents;

import dev.signalman.card.Actions;
import dev.signalman.card.Answer;
import dev.signalman.card.Text;
import dev.signalman.dispatch.Act;
import dev.signalman.dispatch.Carried;
import dev.signalman.dispatch.Delivery;
import java.util.List;

/** What was done, said where it was asked for, with the name of whoever asked. */
final class Told {
    private Told() {}

    /**
     * It was done.
     *
     * @param deed what stands between the person's name and the type's, e.g. {@code deleted the agent type}
     */
    static Carried done(Act act, String deed, String type, String... small) {
        var who = act.actor().name();
        var sentence = who + " " + deed + " " + type + ".";
        var card = new Answer(
                sentence,
                List.of(Text.empty().bold(who).plain(" " + deed + " ").code(type)),
                List.of(small),
                Actions.NONE);
        return Carried.done(sentence, List.of(new Delivery.ToPlace(act.place(), card)), List.of());
    }
}
