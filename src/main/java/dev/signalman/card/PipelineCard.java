package dev.signalman.card;

import dev.signalman.domain.JobFinding;
import dev.signalman.domain.Pipeline;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A pipeline: its state, commit, blocks and promotions, and what can be done now.
 *
 * @param project the project's name
 * @param pipeline as read, with its blocks
 * @param url its address in Semaphore
 * @param commitUrl the commit's address at the git host; null when unknown
 * @param author name of the person who wrote the commit or started the pipeline; empty when unknown
 * @param asked who promoted, reran, rebuilt, ran or stopped it through the bot, and why, e.g. {@code Rerun by Bob};
 *     empty for nobody
 * @param facts further lines, e.g. whose rerun the workflow is
 * @param deploys one line per promotion from it
 * @param findings what else is known of its jobs, by their ids
 * @param readAt when {@code pipeline} was read
 */
public record PipelineCard(
        String project,
        Pipeline pipeline,
        String url,
        @Nullable String commitUrl,
        String author,
        String asked,
        List<Text> facts,
        List<Text> deploys,
        Map<String, JobFinding> findings,
        Instant readAt,
        CardActions actions)
        implements Card {
    /** Keeps its own copies. */
    public PipelineCard {
        facts = List.copyOf(facts);
        deploys = List.copyOf(deploys);
        findings = Map.copyOf(findings);
    }

    /** A card without findings. */
    public PipelineCard(
            String project,
            Pipeline pipeline,
            String url,
            @Nullable String commitUrl,
            String author,
            String asked,
            List<Text> facts,
            List<Text> deploys,
            Instant readAt,
            CardActions actions) {
        this(project, pipeline, url, commitUrl, author, asked, facts, deploys, Map.of(), readAt, actions);
    }

    /** The card with these findings. */
    public PipelineCard knowing(Map<String, JobFinding> found) {
        return new PipelineCard(
                project, pipeline, url, commitUrl, author, asked, facts, deploys, found, readAt, actions);
    }

    @Override
    public <R> R accept(CardVisitor<R> visitor) {
        return visitor.pipeline(this);
    }
}
