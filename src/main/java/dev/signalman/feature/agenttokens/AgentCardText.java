package dev.signalman.feature.agenttokens;

import dev.signalman.card.ApprovalCard;
import dev.signalman.card.CardVisitor;
import dev.signalman.card.HomeCard;
import dev.signalman.card.LinkPreview;
import dev.signalman.card.ListCard;
import dev.signalman.card.LogExcerpt;
import dev.signalman.card.PipelineCard;
import dev.signalman.card.RefusalCard;
import dev.signalman.card.Text;
import dev.signalman.card.TextCard;
import dev.signalman.domain.Block;
import dev.signalman.domain.Result;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A card in words for an agent: no buttons, but the ids that it can ask about next. */
final class AgentCardText implements CardVisitor<String> {
    @Override
    public String answer(TextCard card) {
        return lines(Stream.concat(card.lines().stream().map(AgentCardText::line), card.small().stream()));
    }

    @Override
    public String approval(ApprovalCard card) {
        return card.sentence();
    }

    @Override
    public String excerpt(LogExcerpt card) {
        return lines(Stream.of(line(card.headline()), card.small(), "", card.body()));
    }

    @Override
    public String home(HomeCard card) {
        return card.sentence();
    }

    @Override
    public String listing(ListCard card) {
        return lines(Stream.of(
                        Stream.of(line(card.title())),
                        card.rows().stream().map(row -> "- " + line(row)),
                        Stream.of(card.small()))
                .flatMap(each -> each));
    }

    @Override
    public String pipeline(PipelineCard card) {
        var pipeline = card.pipeline();
        return lines(Stream.of(
                        Stream.of(
                                card.project() + ", " + pipeline.name() + ": "
                                        + state(pipeline.state().name(), pipeline.result()),
                                "on " + pipeline.ref().spoken() + ", commit " + pipeline.shortCommit() + " "
                                        + pipeline.commitTitle()
                                        + (card.author().isEmpty() ? "" : ", by " + card.author()),
                                pipeline.error(),
                                card.asked()),
                        pipeline.blocks().stream().map(AgentCardText::block),
                        Stream.concat(card.facts().stream(), card.deploys().stream())
                                .map(AgentCardText::line),
                        Stream.of("pipeline_id " + pipeline.id(), card.url()))
                .flatMap(each -> each)
                .filter(each -> !each.isBlank()));
    }

    private static String block(Block block) {
        var failed = block.jobs().stream()
                .filter(job -> job.failed())
                .map(job -> job.name() + " (job_id " + job.id() + ")")
                .collect(Collectors.joining(", "));
        return "- block " + block.name() + ": " + state(block.state().name(), block.result())
                + (failed.isEmpty() ? "" : ", failed jobs: " + failed);
    }

    private static String state(String state, @Nullable Result result) {
        return result == null ? state.toLowerCase(Locale.ROOT) : result.ended();
    }

    @Override
    public String preview(LinkPreview card) {
        return pipeline(card.of());
    }

    @Override
    public String refused(RefusalCard card) {
        return card.sentences();
    }

    private static String line(Text text) {
        return text.spans().stream()
                .map(span -> span.accept(new AgentSpanText()))
                .collect(Collectors.joining());
    }

    private static String lines(Stream<String> lines) {
        return lines.collect(Collectors.joining("\n")).strip();
    }
}
