package dev.signalman.feature.approvals;

import dev.signalman.card.Actions;
import dev.signalman.card.Answer;
import dev.signalman.card.ApprovalCard;
import dev.signalman.card.Text;
import java.util.ArrayList;
import java.util.List;

/** The message that recalls a request: short, and in step with its card. */
final class Reminder {
    private Reminder() {}

    /** While it waits; {@code card} is its card. */
    static Answer waiting(Request request, ApprovalCard card) {
        var lines = new ArrayList<Text>();
        lines.add(Text.empty().bold(request.named()).plain(" still waits."));
        lines.addAll(card.standing());
        return new Answer(request.named() + " still waits. " + card.sentence(), lines, List.of(), card.actions());
    }

    /** Once it does not wait any more. */
    static Answer decided(ApprovalCard card) {
        return new Answer(card.sentence(), List.of(card.headline()), List.of(), Actions.NONE);
    }
}
