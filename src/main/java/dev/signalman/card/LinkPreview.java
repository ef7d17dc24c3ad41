package dev.signalman.card;

/** A pipeline in a few words, shown under a link to it: nothing to press, and nothing of its logs. */
public record LinkPreview(PipelineCard of) implements Card {
    @Override
    public <R> R accept(CardVisitor<R> visitor) {
        return visitor.preview(this);
    }
}
