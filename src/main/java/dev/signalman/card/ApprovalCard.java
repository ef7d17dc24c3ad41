package dev.signalman.card;

import java.util.List;

/**
 * A request for approval: what is asked and how it stands, the commit, what would ship, who has agreed, and what can be pressed.
 *
 * @param sentence the same in one or two plain sentences
 * @param headline how it stands, who asks or ended it, and what it is about
 * @param quote why it ended so, in somebody's words; may be empty
 * @param commit what is promoted
 * @param ships what the changes are counted from; may be empty
 * @param changes the newest first, few enough to be read, the last of them counting the rest
 * @param details a line each: parameters, what is overridden
 * @param standing a line each: who has agreed and who is missing, or who took part
 */
public record ApprovalCard(
        String sentence,
        Text headline,
        String quote,
        Text commit,
        Text ships,
        List<Text> changes,
        List<Text> details,
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
