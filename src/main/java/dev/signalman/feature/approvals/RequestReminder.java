package dev.signalman.feature.approvals;

import dev.signalman.card.ApprovalCard;
import dev.signalman.card.CardActions;
import dev.signalman.card.Text;
import dev.signalman.card.TextCard;
import java.util.ArrayList;
import java.util.List;

/** A short reminder of a request, kept up to date with its card. */
final class RequestReminder {
    private RequestReminder() {}

    /** The reminder while the request waits. */
    static TextCard waiting(ApprovalRequest request, ApprovalCard card) {
        var lines = new ArrayList<Text>();
        lines.add(Text.empty().bold(request.named()).plain(" still waits."));
        lines.addAll(card.standing());
        return new TextCard(request.named() + " still waits. " + card.sentence(), lines, List.of(), card.actions());
    }

    /** The reminder once the request no longer waits. */
    static TextCard decided(ApprovalCard card) {
        return new TextCard(card.sentence(), List.of(card.headline()), List.of(), CardActions.NONE);
    }
}
