package dev.signalman.card;

/** A message of the bot: its words and buttons, without any layout. */
public sealed interface Card
        permits TextCard, ApprovalCard, LogExcerpt, HomeCard, ListCard, PipelineCard, LinkPreview, RefusalCard {
    /** Calls the visitor's method for this kind of card. */
    <R> R accept(CardVisitor<R> visitor);
}
