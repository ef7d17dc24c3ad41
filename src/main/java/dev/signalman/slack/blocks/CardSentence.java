package dev.signalman.slack.blocks;

import dev.signalman.card.Answer;
import dev.signalman.card.ApprovalCard;
import dev.signalman.card.CardVisitor;
import dev.signalman.card.Excerpt;
import dev.signalman.card.HomeCard;
import dev.signalman.card.Listing;
import dev.signalman.card.PipelineCard;
import dev.signalman.card.Preview;
import dev.signalman.card.Refused;

/** A card as plain sentences, escaped for the {@code text} of a message. */
final class CardSentence implements CardVisitor<String> {
    @Override
    public String answer(Answer card) {
        return Sentences.of(card.sentence());
    }

    @Override
    public String approval(ApprovalCard card) {
        return Sentences.of(card.sentence());
    }

    @Override
    public String excerpt(Excerpt card) {
        return Sentences.of(card.sentence());
    }

    @Override
    public String listing(Listing card) {
        return Sentences.of(card.sentence());
    }

    @Override
    public String pipeline(PipelineCard card) {
        return PipelineSentence.of(card);
    }

    @Override
    public String home(HomeCard card) {
        return Sentences.of(card.sentence());
    }

    @Override
    public String preview(Preview card) {
        return PipelineSentence.of(card.of());
    }

    @Override
    public String refused(Refused card) {
        return Sentences.of(RefusedWords.spoken(card));
    }
}
