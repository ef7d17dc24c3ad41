package dev.signalman.card;

/** One method per kind of card, so code that forgets a kind does not compile. */
public interface CardVisitor<R> {
    R answer(TextCard card);

    R approval(ApprovalCard card);

    R excerpt(LogExcerpt card);

    R home(HomeCard card);

    R listing(ListCard card);

    R pipeline(PipelineCard card);

    R preview(LinkPreview card);

    R refused(RefusalCard card);
}
