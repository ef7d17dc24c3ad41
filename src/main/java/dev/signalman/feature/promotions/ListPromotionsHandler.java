package dev.signalman.feature.promotions;

import dev.signalman.card.Button;
import dev.signalman.card.CardActions;
import dev.signalman.card.ListCard;
import dev.signalman.card.Symbol;
import dev.signalman.card.Text;
import dev.signalman.command.ListPromotions;
import dev.signalman.command.Promote;
import dev.signalman.command.Subject;
import dev.signalman.dispatch.Handler;
import dev.signalman.dispatch.Invocation;
import dev.signalman.dispatch.Outcome;
import dev.signalman.domain.Pipeline;
import dev.signalman.domain.Promotion;
import dev.signalman.port.KnownPromotions;
import dev.signalman.port.PipelineStories;
import dev.signalman.semaphore.Semaphore;
import dev.signalman.subject.ProjectDirectory;
import dev.signalman.subject.SemaphoreLinks;
import dev.signalman.subject.SubjectResolver;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;

/** Lists the promotions of a pipeline with time, person and result, and those that are known to be possible. */
final class ListPromotionsHandler implements Handler<ListPromotions> {
    private static final int MOST_BUTTONS = 4;

    private final SubjectResolver subjectResolver;
    private final Semaphore semaphore;
    private final ProjectDirectory projects;
    private final KnownPromotions known;
    private final PipelineStories stories;
    private final SemaphoreLinks links;

    @Inject
    ListPromotionsHandler(
            SubjectResolver subjectResolver,
            Semaphore semaphore,
            ProjectDirectory projects,
            KnownPromotions known,
            PipelineStories stories,
            SemaphoreLinks links) {
        this.subjectResolver = subjectResolver;
        this.semaphore = semaphore;
        this.projects = projects;
        this.known = known;
        this.stories = stories;
        this.links = links;
    }

    @Override
    public Outcome handle(ListPromotions command, Invocation invocation) {
        var pipeline = subjectResolver.pipeline(command.subject(), invocation, ListPromotions::new);
        List<Promotion> triggered = pipeline.switchId().isEmpty()
                ? List.of()
                : semaphore.promotions().list(pipeline.id(), null, null).items();
        var names = projects.withId(pipeline.projectId())
                .map(project -> known.from(project, pipeline))
                .orElse(List.of());
        var seen = triggered.stream().map(Promotion::name).distinct().toList();
        return Outcome.answer(listing(pipeline, triggered, names)).with(known.seen(pipeline, seen));
    }

    private ListCard listing(Pipeline pipeline, List<Promotion> triggered, List<String> names) {
        var which = projects.nameOf(pipeline.projectId()) + " on "
                + pipeline.ref().spoken() + ", commit " + pipeline.shortCommit();
        return new ListCard(
                triggered.isEmpty()
                        ? "Nothing was promoted from " + which + "."
                        : triggered.size() + (triggered.size() == 1 ? " promotion" : " promotions") + " from " + which
                                + ".",
                Text.of("Promotions from ").link(which, links.pipeline(pipeline)),
                triggered.stream().map(this::row).toList(),
                small(pipeline, names),
                buttons(pipeline, names));
    }

    private static String small(Pipeline pipeline, List<String> names) {
        if (pipeline.switchId().isEmpty()) {
            return "No promotions start from this pipeline.";
        }
        return names.isEmpty()
                ? "No promotion is known by name yet. Use the name in the pipeline file."
                : "Known promotions: " + String.join(", ", names) + ".";
    }

    private static CardActions buttons(Pipeline pipeline, List<String> names) {
        if (!pipeline.passed()) {
            return CardActions.NONE;
        }
        return CardActions.of(names.stream()
                .limit(MOST_BUTTONS)
                .map(name -> Button.of(
                        "Promote to " + name,
                        new Promote(name, Subject.pipeline(pipeline.id()), Map.of(), false, false, null)))
                .toList());
    }

    private Text row(Promotion promotion) {
        var named = Text.empty().symbol(Symbol.DEPLOY).bold(promotion.name());
        var triggered = promotion.triggered();
        var timed = triggered == null ? named : named.plain("  ").date(triggered);
        var pipelineId = promotion.pipelineId();
        if (pipelineId == null) {
            return timed.plain(promotion.status() == Promotion.Status.FAILED ? "  couldn't start" : "  in progress");
        }
        var deploy = semaphore.pipelines().describe(pipelineId);
        var story = promotion.automatic() ? "automatically" : stories.of(pipelineId);
        return timed.plain(
                        "  " + PromotionPhrases.notPassed(deploy) + (story.isEmpty() ? "" : "  ·  " + story) + "  ·  ")
                .link("pipeline", links.pipeline(deploy));
    }
}
