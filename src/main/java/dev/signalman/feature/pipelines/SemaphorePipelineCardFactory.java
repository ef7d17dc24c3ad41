package dev.signalman.feature.pipelines;

import dev.signalman.card.PipelineCard;
import dev.signalman.card.Text;
import dev.signalman.domain.GitRef;
import dev.signalman.domain.Pipeline;
import dev.signalman.domain.Project;
import dev.signalman.port.KnownPromotions;
import dev.signalman.port.PipelineCardFactory;
import dev.signalman.port.PipelineStartNotes;
import dev.signalman.ruling.Policies;
import dev.signalman.subject.ProjectDirectory;
import dev.signalman.subject.SemaphoreLinks;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Makes the card of a pipeline: its state, its promotions, and buttons for what can be done now. */
final class SemaphorePipelineCardFactory implements PipelineCardFactory {
    private final ProjectDirectory projects;
    private final KnownPromotions promotions;
    private final PromotionLines promotionLines;
    private final RebuildAndRerunLines rebuildAndRerunLines;
    private final PipelineStartNotes startNotes;
    private final JdbiJobFindings findings;
    private final LastGoodDeploys lastGood;
    private final SemaphoreLinks links;
    private final Supplier<Policies> policies;
    private final InstantSource clock;

    @Inject
    SemaphorePipelineCardFactory(
            ProjectDirectory projects,
            KnownPromotions promotions,
            PromotionLines promotionLines,
            RebuildAndRerunLines rebuildAndRerunLines,
            PipelineStartNotes startNotes,
            JdbiJobFindings findings,
            LastGoodDeploys lastGood,
            SemaphoreLinks links,
            Supplier<Policies> policies,
            InstantSource clock) {
        this.projects = projects;
        this.promotions = promotions;
        this.promotionLines = promotionLines;
        this.rebuildAndRerunLines = rebuildAndRerunLines;
        this.startNotes = startNotes;
        this.findings = findings;
        this.lastGood = lastGood;
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
        return card(pipeline, facts, startNotes.of(pipeline.id()));
    }

    /** The card, with {@code asked} as the reason for which the pipeline was started. */
    PipelineCard card(Pipeline read, List<Text> facts, String asked) {
        var pipeline = read.ref().name().isBlank() ? asAsked(read) : read;
        var project = projects.withId(pipeline.projectId())
                .orElseGet(() -> new Project(pipeline.projectId(), pipeline.projectId(), "", "", ""));
        var login = pipeline.trigger().author();
        var deployed = promotionLines.of(pipeline);
        var good = pipeline.promoted() && pipeline.failed()
                ? lastGood.after(pipeline.id()).orElse(null)
                : null;
        return new PipelineCard(
                project.name(),
                pipeline,
                links.pipeline(pipeline),
                SemaphoreLinks.commit(project, pipeline.commit()),
                login == null ? "" : login,
                asked,
                Stream.of(
                                facts,
                                good == null ? List.<Text>of() : List.of(line(good)),
                                rebuildAndRerunLines.of(pipeline))
                        .flatMap(List::stream)
                        .toList(),
                deployed.stream().map(PromotionLines.Deploy::line).toList(),
                findings.of(pipeline.id()),
                clock.instant(),
                good == null
                        ? PipelineButtons.of(project.name(), pipeline, offered(project, pipeline, deployed))
                        : PipelineButtons.afterFailedDeploy(project.name(), pipeline, good));
    }

    /** A newly started workflow has no reference yet, nor has one whose reference does not exist. */
    private Pipeline asAsked(Pipeline pipeline) {
        var reference = startNotes.reference(pipeline.id());
        return reference == null ? pipeline : pipeline.on(GitRef.parse(reference));
    }

    private static Text line(LastGoodDeploys.LastGood good) {
        var line = Text.of("Last good: ").code(good.shortCommit());
        return good.at() == null ? line : line.plain(", ").date(good.at());
    }

    /** The promotions that start here, and then those that start from what was deployed from here. */
    private List<OfferedPromotion> offered(Project project, Pipeline pipeline, List<PromotionLines.Deploy> deployed) {
        if (!pipeline.passed()) {
            return List.of();
        }
        var offered = new ArrayList<>(from(project, pipeline, deployed));
        for (var deploy : deployed) {
            var next = deploy.pipeline();
            if (next != null && next.passed() && !next.switchId().isEmpty()) {
                from(project, next, promotionLines.of(next)).stream()
                        .filter(each -> offered.stream().noneMatch(each::sameName))
                        .forEach(offered::add);
            }
        }
        return offered;
    }

    private List<OfferedPromotion> from(Project project, Pipeline pipeline, List<PromotionLines.Deploy> deployed) {
        return promotions.from(project, pipeline).stream()
                .map(name -> new OfferedPromotion(
                        name,
                        pipeline,
                        deployed.stream()
                                .filter(deploy -> deploy.promotion().equals(name))
                                .map(PromotionLines.Deploy::stage)
                                .findFirst()
                                .orElse(PromotionLines.Stage.ENDED),
                        !policies.get().of(name, project.name()).isEmpty()))
                .toList();
    }
}
