package dev.signalman.card;

import dev.signalman.domain.Pipeline;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A pipeline: its state first, then its commit, its blocks, what was promoted from it, and what can be done now.
 *
 * @param project the project's name
 * @param pipeline as read, with its blocks
 * @param url where it stands in Semaphore
 * @param commitUrl where its commit stands at the git host; null where that is not known
 * @param author who wrote the commit or set it off, by name; empty where that is not known
 * @param asked who promoted, reran, rebuilt, ran or stopped it and why, e.g. {@code Rerun by Bob}; empty when nobody did from here
 * @param facts further lines, e.g. whose rerun the workflow is
 * @param deploys one line for each promotion that went from it
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
        Instant readAt,
        CardActions actions)
        implements Card {
    /** Keeps its own copies. */
    public PipelineCard {
        facts = List.copyOf(facts);
        deploys = List.copyOf(deploys);
    }

    @Override
    public <R> R accept(CardVisitor<R> visitor) {
        return visitor.pipeline(this);
    }
}
