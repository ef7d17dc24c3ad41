package dev.signalman.feature.promotions;

import dev.signalman.card.Actions;
import dev.signalman.card.Button;
import dev.signalman.card.Listing;
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
import dev.signalman.semaphore.Semaphore;
import dev.signalman.subject.KnownPromotions;
import dev.signalman.subject.ProjectDirectory;
import dev.signalman.subject.SemaphoreLinks;
import dev.signalman.subject.Stories;
import dev.signalman.subject.Subjects;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;

/** Lists what was promoted from a pipeline: when, by whom, with what outcome; and what is known that could be. */
final class ListPromotionsHandler implements Handler<ListPromotions> {
    private static final int MOST_BUTTONS = 4;

    private final Subjects subjects;
    private final Semaphore semaphore;
    private final ProjectDirectory projects;
    private final KnownPromotions known;
    private final Stories stories;
    private final SemaphoreLinks links;

    @Inject
    ListPromotionsHandler(
            Subjects subjects,
            Semaphore semaphore,
            ProjectDirectory projects,
            KnownPromotions known,
            Stories stories,
            SemaphoreLinks links) {
        this.subjects = subjects;
        this.semaphore = semaphore;
        this.projects = projects;
        this.known = known;
        this.stories = stories;
        this.links = links;
    }

    @Override
    public Outcome handle(ListPromotions command, Invocation invocation) {
        var pipeline = subjects.pipeline(command.subject(), invocation, ListPromotions::new);
        List<Promotion> triggered = pipeline.switchId().isEmpty()
                ? List.of()
                : semaphore.promotions().list(pipeline.id(), null, null).items();
        var names = projects.withId(pipeline.projectId())
                .map(project -> known.from(project, pipeline))
                .orElse(List.of());
        var seen = triggered.stream().map(Promotion::name).distinct().toList();
        return Outcome.answer(listing(pipeline, triggered, names)).with(known.seen(pipeline, seen));
    }

    private Listing listing(Pipeline pipeline, List<Promotion> triggered, List<String> names) {
        var which = projects.nameOf(pipeline.projectId()) + " on "
                + pipeline.ref().spoken() + ", commit " + pipeline.shortCommit();
        return new Listing(
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
            return "No promotion starts from this pipeline.";
        }
        return names.isEmpty()
                ? "None is known by name yet; Semaphore does not list them, so name it as its file does."
                : "Known to exist: " + String.join(", ", names) + ".";
    }

    private static Actions buttons(Pipeline pipeline, List<String> names) {
        if (!pipeline.passed()) {
            return Actions.NONE;
        }
        return Actions.of(names.stream()
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
            return timed.plain(
                    promotion.status() == Promotion.Status.FAILED ? "  could not be started" : "  on its way");
        }
        var deploy = semaphore.pipelines().describe(pipelineId);
        var story = promotion.automatic() ? "by itself" : stories.of(pipelineId);
        return timed.plain("  " + PromotionWords.notPassed(deploy) + (story.isEmpty() ? "" : "  ·  " + story) + "  ·  ")
                .link("pipeline", links.pipeline(deploy));
    }
}
