package dev.signalman.slack.blocks;

import dev.signalman.card.ApprovalCard;
import dev.signalman.card.Card;
import dev.signalman.card.CardActions;
import dev.signalman.card.HomeCard;
import dev.signalman.card.LinkPreview;
import dev.signalman.card.ListCard;
import dev.signalman.card.LogExcerpt;
import dev.signalman.card.PipelineCard;
import dev.signalman.card.RefusalCard;
import dev.signalman.card.Text;
import dev.signalman.card.TextCard;
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

/** Slack accepts every rendered card, whatever its content. */
class NastyCardsTest {
    private static final int FEW = 30;
    private static final int MANY = 300;

    @Property(tries = FEW, shrinking = ShrinkingMode.OFF, edgeCases = EdgeCasesMode.NONE)
    void slackTakesAnyPipeline(@ForAll("pipelines") PipelineCard card) {
        taken(card, "key");
        var painter = new BlockKitRenderer(CommandPrinter::line, CommandPrinter::verb, new InMemoryLongLines());
        BlockRules.checkPreview(painter.draw(new LinkPreview(card), "card-7.5"));
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
        var painter = new BlockKitRenderer(CommandPrinter::line, CommandPrinter::verb, new InMemoryLongLines());
        var renderedCard = painter.draw(card, "card-7.3");
        BlockRules.check(renderedCard);
        BlockRules.check(painter.disarm(renderedCard, "card-7.4", name, name));
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
                        .as(TextCard::new),
                Combinators.combine(words, texts, words, words, actions).as(LogExcerpt::new),
                Combinators.combine(words, texts, texts.list().ofMaxSize(60), words, actions)
                        .as(ListCard::new),
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
                        .as((sentence, head, quote, commit, ships, changes, lines, pressed) -> new ApprovalCard(
                                sentence, head, quote, commit, ships, changes, lines, head, lines, pressed)),
                Combinators.combine(words, actions, Arbitraries.of(true, false)).as(RefusalCard::new));
    }

    private static HomeCard home(String sentence, Text title, List<Text> lines, String small) {
        var entries = lines.stream()
                .map(line -> new HomeCard.Entry(line, CardActions.of(SampleCards.STOP)))
                .toList();
        return new HomeCard(sentence, List.of(new HomeCard.Part(title, entries, small)), Instant.EPOCH);
    }
}
