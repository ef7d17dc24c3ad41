package dev.signalman.slack.blocks;

import dev.signalman.card.ApprovalCard;
import dev.signalman.card.CardVisitor;
import dev.signalman.card.HomeCard;
import dev.signalman.card.LinkPreview;
import dev.signalman.card.ListCard;
import dev.signalman.card.LogExcerpt;
import dev.signalman.card.PipelineCard;
import dev.signalman.card.RefusalCard;
import dev.signalman.card.TextCard;

/** A card as plain sentences, escaped for the {@code text} of a message. */
final class CardFallbackText implements CardVisitor<String> {
    @Override
    public String answer(TextCard card) {
        return FallbackText.of(card.sentence());
    }

    @Override
    public String approval(ApprovalCard card) {
        return FallbackText.of(card.sentence());
    }

    @Override
    public String excerpt(LogExcerpt card) {
        return FallbackText.of(card.sentence());
    }

    @Override
    public String listing(ListCard card) {
        return FallbackText.of(card.sentence());
    }

    @Override
    public String pipeline(PipelineCard card) {
        return PipelineFallbackText.of(card);
    }

    @Override
    public String home(HomeCard card) {
        return FallbackText.of(card.sentence());
    }

    @Override
    public String preview(LinkPreview card) {
        return PipelineFallbackText.of(card.of());
    }

    @Override
    public String refused(RefusalCard card) {
        return FallbackText.of(RefusalText.spoken(card));
    }
}
