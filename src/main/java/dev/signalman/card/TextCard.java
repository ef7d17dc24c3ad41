package dev.signalman.card;

import java.util.List;

/**
 * A few lines of text, with or without buttons; also used to ask back ("Promote again?").
 *
 * @param sentence the card in one or two plain sentences, for notifications and screen readers
 * @param lines in order
 * @param small lines in small print; may be empty
 */
public record TextCard(String sentence, List<Text> lines, List<String> small, CardActions actions) implements Card {
    /** Keeps its own copies. */
    public TextCard {
        lines = List.copyOf(lines);
        small = List.copyOf(small);
    }

    /** One line of plain words. */
    public static TextCard of(String sentence) {
        return new TextCard(sentence, List.of(Text.of(sentence)), List.of(), CardActions.NONE);
    }

    /** One line. */
    public static TextCard of(Text line) {
        return new TextCard(line.spoken(), List.of(line), List.of(), CardActions.NONE);
    }

    @Override
    public <R> R accept(CardVisitor<R> visitor) {
        return visitor.answer(this);
    }
}
