package dev.signalman.card;

/** A short preview of a pipeline under a link to it, without buttons or logs. */
public record LinkPreview(PipelineCard of) implements Card {
    @Override
    public <R> R accept(CardVisitor<R> visitor) {
        return visitor.preview(this);
    }
}
