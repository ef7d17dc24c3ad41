package dev.signalman.feature.approvals;

import dev.signalman.card.ApprovalCard;
import dev.signalman.card.CardActions;
import dev.signalman.card.Text;
import dev.signalman.card.TextCard;
import java.util.ArrayList;
import java.util.List;

/** The message that recalls a request: short, and in step with its card. */
final class RequestReminder {
    private RequestReminder() {}

    /** While it waits; {@code card} is its card. */
    static TextCard waiting(ApprovalRequest request, ApprovalCard card) {
        var lines = new ArrayList<Text>();
        lines.add(Text.empty().bold(request.named()).plain(" still waits."));
        lines.addAll(card.standing());
        return new TextCard(request.named() + " still waits. " + card.sentence(), lines, List.of(), card.actions());
    }

    /** Once it does not wait any more. */
    static TextCard decided(ApprovalCard card) {
        return new TextCard(card.sentence(), List.of(card.headline()), List.of(), CardActions.NONE);
    }
}
