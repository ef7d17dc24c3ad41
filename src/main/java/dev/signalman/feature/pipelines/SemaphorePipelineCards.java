package dev.signalman.feature.pipelines;

import dev.signalman.card.CardActions;
import dev.signalman.card.PipelineCard;
import dev.signalman.card.Text;
import dev.signalman.domain.GitRef;
import dev.signalman.domain.Pipeline;
import dev.signalman.domain.Project;
import dev.signalman.port.KnownPromotions;
import dev.signalman.port.PipelineCardFactory;
import dev.signalman.port.PipelineStories;
import dev.signalman.ruling.Policies;
import dev.signalman.subject.ProjectDirectory;
import dev.signalman.subject.SemaphoreLinks;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes the card of a pipeline: its state, its promotions, and buttons for what can be done now. */
final class SemaphorePipelineCards implements PipelineCardFactory {
    private final ProjectDirectory projects;
    private final KnownPromotions promotions;
    private final PromotionLines promotionLines;
    private final RebuildAndRerunLines rebuildAndRerunLines;
    private final PipelineStories stories;
    private final SemaphoreLinks links;
    private final Supplier<Policies> policies;
    private final InstantSource clock;

    @Inject
    SemaphorePipelineCards(
            ProjectDirectory projects,
            KnownPromotions promotions,
            PromotionLines promotionLines,
            RebuildAndRerunLines rebuildAndRerunLines,
            PipelineStories stories,
            SemaphoreLinks links,
            Supplier<Policies> policies,
            InstantSource clock) {
        this.projects = projects;
        this.promotions = promotions;
        this.promotionLines = promotionLines;
        this.rebuildAndRerunLines = rebuildAndRerunLines;
        this.stories = stories;
        this.links = links;
        this.policies = policies;
        this.clock = clock;
    }

    @Override
    public PipelineCard of(Pipeline pipeline) {
        return card(pipeline, List.of());
    }

    /** The card, with the stored reason for which the pipeline was started. */
    PipelineCard card(Pipeline pipeline, List<Text> facts) {
        return card(pipeline, facts, stories.of(pipeline.id()));
    }

    /** The card, with {@code asked} as the reason for which the pipeline was started. */
    PipelineCard card(Pipeline read, List<Text> facts, String asked) {
        var pipeline = read.ref().name().isBlank() ? asAsked(read) : read;
        var project = projects.withId(pipeline.projectId())
                .orElseGet(() -> new Project(pipeline.projectId(), pipeline.projectId(), "", "", ""));
        var login = pipeline.trigger().author();
        var deployed = promotionLines.of(pipeline);
        return new PipelineCard(
                project.name(),
                pipeline,
                links.pipeline(pipeline),
                SemaphoreLinks.commit(project, pipeline.commit()),
                login == null ? "" : login,
                asked,
                Stream.concat(facts.stream(), rebuildAndRerunLines.of(pipeline).stream())
                        .toList(),
                deployed.stream().map(PromotionLines.Deploy::line).toList(),
                clock.instant(),
                buttons(project.name(), pipeline, undeployedFirst(promotions.from(project, pipeline), deployed)));
    }

    /** A newly started workflow has no reference yet, nor has one whose reference does not exist. */
    private Pipeline asAsked(Pipeline pipeline) {
        var reference = stories.reference(pipeline.id());
        return reference == null ? pipeline : pipeline.on(GitRef.parse(reference));
    }

    private CardActions buttons(String project, Pipeline pipeline, List<String> offered) {
        var ruled = offered.stream()
                .filter(name -> !policies.get().of(name, project).isEmpty())
                .collect(Collectors.toSet());
        return PipelineButtons.of(project, pipeline, offered, ruled);
    }

    /** Puts promotions that were not deployed yet first: people want those next. */
    private static List<String> undeployedFirst(List<String> names, List<PromotionLines.Deploy> deployed) {
        var done = deployed.stream().map(PromotionLines.Deploy::promotion).toList();
        return names.stream().sorted(Comparator.comparing(done::contains)).toList();
    }
}
