package dev.signalman.card;

import java.util.List;

/**
 * An approval request: what is asked, its state, the commit, what would ship, who agreed, and the buttons.
 *
 * @param sentence the card in one or two plain sentences
 * @param headline state, requester or closer, and subject
 * @param quote somebody's reason for how it ended; may be empty
 * @param commit what is promoted
 * @param ships what the changes are counted from; may be empty
 * @param changes newest first and limited in number; the last line may count the rest
 * @param details one per line: parameters, overrides
 * @param risk why to look twice, in one line; may be empty
 * @param standing one per line: who agreed and who is missing, or who took part
 */
public record ApprovalCard(
        String sentence,
        Text headline,
        String quote,
        Text commit,
        Text ships,
        List<Text> changes,
        List<Text> details,
        Text risk,
        List<Text> standing,
        CardActions actions)
        implements Card {
    /** Keeps its own copies. */
    public ApprovalCard {
        changes = List.copyOf(changes);
        details = List.copyOf(details);
        standing = List.copyOf(standing);
    }

    @Override
    public <R> R accept(CardVisitor<R> visitor) {
        return visitor.approval(this);
    }
}
