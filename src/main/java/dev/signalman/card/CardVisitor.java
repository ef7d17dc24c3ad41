package dev.signalman.card;

/** One method a kind of card, so that a card that is not drawn does not compile. */
public interface CardVisitor<R> {
    /** A few lines. */
    R answer(TextCard card);

    /** A request for approval. */
    R approval(ApprovalCard card);

    /** The end of a log. */
    R excerpt(LogExcerpt card);

    /** A home tab. */
    R home(HomeCard card);

    /** A list. */
    R listing(ListCard card);

    /** A pipeline. */
    R pipeline(PipelineCard card);

    /** A pipeline under a link to it. */
    R preview(LinkPreview card);

    /** A no. */
    R refused(RefusalCard card);
}
