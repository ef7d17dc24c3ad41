package dev.signalman.card;

import java.util.List;

/**
 * A few lines, with buttons or without; also the way to ask back ("Promote again?").
 *
 * @param sentence the same in one or two plain sentences, for notifications and screen readers
 * @param lines in order
 * @param small what stands under them in small print; may be empty
 */
public record Answer(String sentence, List<Text> lines, List<String> small, Actions actions) implements Card {
    /** Keeps its own copies. */
    public Answer {
        lines = List.copyOf(lines);
        small = List.copyOf(small);
    }

    /** One line of plain words. */
    public static Answer of(String sentence) {
        return new Answer(sentence, List.of(Text.of(sentence)), List.of(), Actions.NONE);
    }

    /** One line. */
    public static Answer of(Text line) {
        return new Answer(line.spoken(), List.of(line), List.of(), Actions.NONE);
    }

    @Override
    public <R> R accept(CardVisitor<R> visitor) {
        return visitor.answer(this);
    }
}
