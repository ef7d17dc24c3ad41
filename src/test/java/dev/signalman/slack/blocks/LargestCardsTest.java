package dev.signalman.slack.blocks;

import dev.signalman.card.ApprovalCard;
import dev.signalman.card.Button;
import dev.signalman.card.Card;
import dev.signalman.card.CardActions;
import dev.signalman.card.HomeCard;
import dev.signalman.card.ListCard;
import dev.signalman.card.LogExcerpt;
import dev.signalman.card.Menu;
import dev.signalman.card.PipelineCard;
import dev.signalman.card.RefusalCard;
import dev.signalman.card.Text;
import dev.signalman.card.TextCard;
import dev.signalman.card.TextSpan;
import dev.signalman.command.Promote;
import dev.signalman.command.Subject;
import dev.signalman.domain.Block;
import dev.signalman.domain.BlockJob;
import dev.signalman.domain.EnvVar;
import dev.signalman.domain.GitRef;
import dev.signalman.domain.JobState;
import dev.signalman.domain.PipelineState;
import dev.signalman.domain.Result;
import dev.signalman.domain.ResultReason;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Cards with the maximum number and length of all parts, which random tests hardly ever generate. */
@Tag("long")
class LargestCardsTest {
    /** Slack's longest limit is 3,000 characters. */
    private static final int LONGER_THAN_ANY_LIMIT = 3_200;

    private static final String URL = "https://x.example/";

    private final BlockKitRenderer painter =
            new BlockKitRenderer(CommandPrinter::line, CommandPrinter::verb, new InMemoryLongLines());

    @ParameterizedTest
    @Execution(ExecutionMode.CONCURRENT)
    @ValueSource(strings = {"long ", "界", "ש", "\uD835\uDCB3", "\\", "\"", "&"})
    void slackTakesThem(String piece) {
        slackTakesThem(piece, 50, 1_000);
    }

    @ParameterizedTest
    @Tag("everything")
    @ValueSource(strings = {"long ", "界", "ש", "\uD835\uDCB3", "\\", "\"", "&"})
    void slackTakesThemWithLinksOfOtherLengths(String piece) {
        slackTakesThem(piece, 100, 200);
    }

    private void slackTakesThem(String piece, Integer... lengths) {
        var wide = piece.repeat(LONGER_THAN_ANY_LIMIT / piece.length());
        var button = new Button(
                wide,
                new Promote(wide, Subject.pipeline(SamplePipeline.ID), Map.of("V", wide), false, false, null),
                Button.Style.DANGER,
                new Button.Confirm(wide, wide, wide, wide));
        var actions = new CardActions(
                Collections.nCopies(60, button),
                new Menu(wide, Collections.nCopies(130, button)),
                Collections.nCopies(8, button));
        Stream.of(lengths)
                .map(length -> new TextSpan.Link(wide, URL + "a".repeat(length - URL.length())))
                .map(link -> new Text(Collections.nCopies(30, link)))
                .flatMap(line -> cards(wide, line, actions))
                .forEach(card -> {
                    var renderedCard = painter.draw(card, "card-7.3");
                    BlockRules.check(renderedCard);
                    var disarmed = painter.disarm(renderedCard, "card-7.4", wide, wide);
                    BlockRules.check(painter.counted(disarmed, "card-7.4", 9_999_999));
                });
    }

    private static Stream<Card> cards(String wide, Text line, CardActions actions) {
        var lines = Collections.nCopies(60, line);
        return Stream.of(
                new TextCard(wide, lines, Collections.nCopies(15, wide), actions),
                new LogExcerpt(wide, line, wide, wide, actions),
                new ListCard(wide, line, lines, wide, actions),
                new ApprovalCard(wide, line, wide, line, line, lines, lines, line, lines, actions),
                home(wide, line, actions),
                pipeline(wide, line, actions),
                new RefusalCard(wide, actions, true));
    }

    private static HomeCard home(String wide, Text line, CardActions actions) {
        var few = new CardActions(actions.buttons().subList(0, 3), null);
        var entries = Collections.nCopies(60, new HomeCard.Entry(line, few));
        return new HomeCard(wide, List.of(new HomeCard.Part(line, entries, wide)), Instant.EPOCH);
    }

    private static PipelineCard pipeline(String wide, Text line, CardActions actions) {
        var job = new BlockJob("j", wide, 0, JobState.FINISHED, Result.FAILED);
        var block = new Block(
                wide, PipelineState.DONE, Result.FAILED, ResultReason.TEST, wide, Collections.nCopies(20, job));
        var read = new SamplePipeline(
                PipelineState.DONE,
                Result.FAILED,
                ResultReason.TEST,
                GitRef.branch(wide),
                wide,
                wide,
                wide,
                "",
                Collections.nCopies(20, new EnvVar(wide, wide)),
                Collections.nCopies(300, block));
        var lines = Collections.nCopies(40, line);
        return new PipelineCard(
                wide,
                read.read(),
                SampleCards.URL,
                SampleCards.URL,
                wide,
                wide,
                lines,
                lines,
                SamplePipeline.ENDED,
                actions);
    }
}
