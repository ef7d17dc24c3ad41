package dev.signalman.slack.blocks;

import dev.signalman.card.Actions;
import dev.signalman.card.Answer;
import dev.signalman.card.ApprovalCard;
import dev.signalman.card.Card;
import dev.signalman.card.Excerpt;
import dev.signalman.card.HomeCard;
import dev.signalman.card.Listing;
import dev.signalman.card.PipelineCard;
import dev.signalman.card.Preview;
import dev.signalman.card.Refused;
import dev.signalman.card.Text;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tag;

/** Whatever a card holds, Slack takes the drawing. */
class NastyCardsTest {
    private static final int FEW = 30;
    private static final int MANY = 300;

    @Property(tries = FEW, shrinking = ShrinkingMode.OFF, edgeCases = EdgeCasesMode.NONE)
    void slackTakesAnyPipeline(@ForAll("pipelines") PipelineCard card) {
        taken(card, "key");
        var painter = new BlockKitPainter(SpokenCommands::line, SpokenCommands::verb, new KeptLines());
        DrawingRules.checkPreview(painter.draw(new Preview(card), "card-7.5"));
    }

    @Property(tries = FEW, shrinking = ShrinkingMode.OFF, edgeCases = EdgeCasesMode.NONE)
    void slackTakesAnyOtherCard(@ForAll("others") Card card, @ForAll("words") String name) {
        taken(card, name);
    }

    @Property(tries = MANY, shrinking = ShrinkingMode.OFF, edgeCases = EdgeCasesMode.NONE)
    @Tag("everything")
    void slackTakesVeryManyPipelines(@ForAll("pipelines") PipelineCard card) {
        slackTakesAnyPipeline(card);
    }

    @Property(tries = MANY, shrinking = ShrinkingMode.OFF, edgeCases = EdgeCasesMode.NONE)
    @Tag("everything")
    void slackTakesVeryManyOtherCards(@ForAll("others") Card card, @ForAll("words") String name) {
        slackTakesAnyOtherCard(card, name);
    }

    private void taken(Card card, String name) {
        var painter = new BlockKitPainter(SpokenCommands::line, SpokenCommands::verb, new KeptLines());
        var drawing = painter.draw(card, "card-7.3");
        DrawingRules.check(drawing);
        DrawingRules.check(painter.disarm(drawing, "card-7.4", name, name));
    }

    @Provide
    Arbitrary<PipelineCard> pipelines() {
        return NastyPipelines.cards();
    }

    @Provide
    Arbitrary<String> words() {
        return NastyTexts.words();
    }

    @Provide
    Arbitrary<Card> others() {
        var words = NastyTexts.words();
        var texts = NastyTexts.texts();
        var actions = NastyActions.any();
        return Arbitraries.oneOf(
                Combinators.combine(
                                words, texts.list().ofMaxSize(60), words.list().ofMaxSize(15), actions)
                        .as(Answer::new),
                Combinators.combine(words, texts, words, words, actions).as(Excerpt::new),
                Combinators.combine(words, texts, texts.list().ofMaxSize(60), words, actions)
                        .as(Listing::new),
                Combinators.combine(words, texts, texts.list().ofMaxSize(60), words)
                        .as(NastyCardsTest::home),
                Combinators.combine(
                                words,
                                texts,
                                words,
                                texts,
                                texts,
                                texts.list().ofMaxSize(30),
                                texts.list().ofMaxSize(30),
                                actions)
                        .as((sentence, head, quote, commit, ships, changes, lines, pressed) ->
                                new ApprovalCard(sentence, head, quote, commit, ships, changes, lines, lines, pressed)),
                Combinators.combine(words, actions, Arbitraries.of(true, false)).as(Refused::new));
    }

    private static HomeCard home(String sentence, Text title, List<Text> lines, String small) {
        var entries = lines.stream()
                .map(line -> new HomeCard.Entry(line, Actions.of(Cards.STOP)))
                .toList();
        return new HomeCard(sentence, List.of(new HomeCard.Part(title, entries, small)), Instant.EPOCH);
    }
}
