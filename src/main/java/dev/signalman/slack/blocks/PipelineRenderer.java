package dev.signalman.slack.blocks;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalman.card.PipelineCard;
import dev.signalman.card.Symbol;
import dev.signalman.card.Text;
import dev.signalman.card.TextSpan;
import dev.signalman.domain.GitRef;
import dev.signalman.domain.Pipeline;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Renders a pipeline: state, commit, blocks, then details. */
final class PipelineRenderer {
    /** Semaphore's name for a pipeline whose file sets none. */
    private static final String UNNAMED = "Pipeline";

    private static final String GAP = "  ·  ";

    private final PipelineCard card;
    private final Pipeline pipeline;
    private final BlockLimits limits;
    private final RichText text;

    PipelineRenderer(PipelineCard card, BlockLimits limits) {
        this.card = card;
        this.pipeline = card.pipeline();
        this.limits = limits;
        this.text = new RichText(limits);
    }

    /** The blocks without buttons. */
    List<ObjectNode> blocks() {
        var blocks = new ArrayList<ObjectNode>();
        blocks.add(BlockElements.holding(
                "rich_text",
                Stream.of(state(), commit())
                        .flatMap(line -> text.lines(line).stream())
                        .toList()));
        var strip = PipelineBlocksLine.of(card, limits);
        if (!strip.isEmpty()) {
            blocks.add(BlockElements.holding(
                    "context", strip.stream().map(BlockElements::plain).toList()));
        }
        var details = details();
        if (!details.isEmpty()) {
            blocks.add(BlockElements.holding("rich_text", details));
        }
        return blocks;
    }

    private Text state() {
        var line = Text.empty().symbol(StateLabels.symbol(pipeline));
        if (pipeline.promoted()) {
            line = line.symbol(Symbol.DEPLOY);
        }
        line = line.bold(card.project());
        if (pipeline.promoted()) {
            line = line.plain(" › ").bold(pipeline.name());
        }
        var why = StateLabels.why(pipeline);
        return on(pipeline.ref(), line.plain(" " + StateLabels.verb(pipeline)))
                .plain(StateLabels.howLong(card, false))
                .plain(StateLabels.stoppedBy(pipeline))
                .plain(why.isEmpty() ? "" : ": " + why)
                .plain(GAP)
                .link("Open in Semaphore", card.url());
    }

    private static Text on(GitRef ref, Text line) {
        if (ref.name().isBlank()) {
            return line;
        }
        return switch (ref.kind()) {
            case BRANCH -> line.plain(" on ").code(ref.name());
            case TAG -> line.plain(" on tag ").code(ref.name());
            case PULL_REQUEST -> line.plain(" on pull request ").code(ref.name());
        };
    }

    private Text commit() {
        var title = UntrustedText.line(pipeline.commitTitle(), limits.title());
        var line = Text.empty();
        if (!title.isBlank()) {
            line = (card.commitUrl() == null ? line.plain(title) : line.link(title, card.commitUrl())).plain("  ");
        }
        if (!pipeline.commit().isBlank()) {
            line = line.code(pipeline.shortCommit());
        }
        if (!card.author().isBlank()) {
            line = line.plain("  ").plain(card.author());
        }
        boolean named = !pipeline.name().isBlank() && !pipeline.name().equals(UNNAMED) && !pipeline.promoted();
        return named ? line.plain(line.spans().isEmpty() ? "" : GAP).plain(pipeline.name()) : line;
    }

    private List<ObjectNode> details() {
        var details = new ArrayList<ObjectNode>();
        var error = UntrustedText.line(pipeline.error(), limits.words());
        if (!error.isBlank()) {
            details.add(BlockElements.quote(List.of(BlockElements.text(error))));
        }
        var failed = failed();
        if (!failed.isEmpty()) {
            details.add(BlockElements.bullets(failed));
        }
        details.addAll(text.lines(parameters()));
        if (!card.asked().isBlank()) {
            details.addAll(text.lines(Text.empty().symbol(Symbol.PERSON).plain(card.asked())));
        }
        details.addAll(lines(card.facts()));
        details.addAll(
                lines(card.deploys().stream().map(PipelineRenderer::withRocket).toList()));
        return details;
    }

    private List<ObjectNode> failed() {
        var failed = FailedJob.of(pipeline);
        int shown = Math.min(failed.size(), limits.jobs());
        var bullets = new ArrayList<ObjectNode>();
        for (var job : failed.subList(0, shown)) {
            var line = Text.empty().bold(job.title(Math.min(80, limits.words())));
            var more = job.error().isBlank() ? found(job) : job.error();
            bullets.addAll(text.lines(more.isEmpty() ? line : line.plain("  ").plain(more)));
        }
        if (shown < failed.size()) {
            bullets.addAll(text.lines(Text.of("and " + (failed.size() - shown) + " more")));
        }
        return bullets;
    }

    /** For example {@code exit 1  ·  new: passed in the last 10 runs}; empty when nothing is known. */
    private String found(FailedJob job) {
        var finding = card.findings().get(job.id());
        if (finding == null) {
            return "";
        }
        var exit = finding.exitCode() == null ? "" : "exit " + finding.exitCode();
        return exit + (exit.isEmpty() || finding.history().isEmpty() ? "" : GAP) + finding.history();
    }

    private Text parameters() {
        var line = Text.empty();
        if (!pipeline.promoted()) {
            return line;
        }
        // Semaphore returns an omitted optional parameter with an empty value
        var given = pipeline.environment().stream()
                .filter(each -> !each.value().isBlank())
                .toList();
        var shown = given.subList(0, Math.min(given.size(), limits.jobs()));
        for (var parameter : shown) {
            line = line.plain(line.spans().isEmpty() ? "with " : " ").code(parameter.name() + "=" + parameter.value());
        }
        int more = given.size() - shown.size();
        return more == 0 ? line : line.plain(" and " + more + " more");
    }

    private List<ObjectNode> lines(List<Text> lines) {
        return new RichText(limits).fitting(lines);
    }

    private static Text withRocket(Text line) {
        boolean pictured = !line.spans().isEmpty() && line.spans().get(0) instanceof TextSpan.Emoji;
        return pictured ? line : Text.empty().symbol(Symbol.DEPLOY).text(line);
    }
}
