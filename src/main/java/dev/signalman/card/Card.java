package dev.signalman.card;

/** Something that is said. It knows its words and buttons, and nothing of how they are drawn. */
public sealed interface Card
        permits TextCard, ApprovalCard, LogExcerpt, HomeCard, ListCard, PipelineCard, LinkPreview, RefusalCard {
    /** Hands this card to the method of its kind. */
    <R> R accept(CardVisitor<R> visitor);
}
