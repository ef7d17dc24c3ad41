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
import dev.signalman.port.LiveDeploys;
import dev.signalman.port.PipelineStartNotes;
import dev.signalman.semaphore.Pipelines;
import dev.signalman.semaphore.Semaphore;
import dev.signalman.subject.ProjectDirectory;
import dev.signalman.subject.SemaphoreLinks;
import dev.signalman.subject.SubjectResolver;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Lists the promotions of a pipeline or of a branch with time, person and result, marks what is live, and names those
 * that are known to be possible.
 */
final class ListPromotionsHandler implements Handler<ListPromotions> {
    private static final int MOST_BUTTONS = 4;
    private static final int MOST_ROWS = 10;
    private static final int ON_A_PAGE = 30;

    /** Maximum number of pipelines whose promotions are read, one call each. */
    private static final int MOST_PARENTS = 8;

    private final SubjectResolver subjectResolver;
    private final Semaphore semaphore;
    private final ProjectDirectory projects;
    private final KnownPromotions known;
    private final PipelineStartNotes startNotes;
    private final SemaphoreLinks links;
    private final LiveDeploys liveDeploys;

    @Inject
    ListPromotionsHandler(
            SubjectResolver subjectResolver,
            Semaphore semaphore,
            ProjectDirectory projects,
            KnownPromotions known,
            PipelineStartNotes startNotes,
            SemaphoreLinks links,
            LiveDeploys liveDeploys) {
        this.subjectResolver = subjectResolver;
        this.semaphore = semaphore;
        this.projects = projects;
        this.known = known;
        this.startNotes = startNotes;
        this.links = links;
        this.liveDeploys = liveDeploys;
    }

    @Override
    public Outcome handle(ListPromotions command, Invocation invocation) {
        var heard = subjectResolver.heard(command.subject(), invocation, ListPromotions::new);
        var found = heard instanceof Subject.Id ? ofPipeline(heard, invocation) : ofBranch(heard, invocation);
        var project = projects.withId(found.pipeline().projectId());
        var names = project.map(each -> known.from(each, found.pipeline())).orElse(List.of());
        var live =
                found.rows().isEmpty() || project.isEmpty() ? Map.<String, String>of() : liveDeploys.of(project.get());
        var seen = found.rows().stream()
                .filter(row -> row.parent().id().equals(found.pipeline().id()))
                .map(row -> row.promotion().name())
                .distinct()
                .toList();
        return Outcome.answer(listing(found, names, live)).with(known.seen(found.pipeline(), seen));
    }

    /** A promotion, and the pipeline that was promoted. */
    private record Row(Promotion promotion, Pipeline parent) {}

    /**
     * The promotions found.
     *
     * @param pipeline the pipeline that can be promoted next
     * @param which what they were promoted from
     */
    private record Found(Pipeline pipeline, String which, String url, List<Row> rows) {}

    private Found ofPipeline(Subject subject, Invocation invocation) {
        var pipeline = subjectResolver.pipeline(subject, invocation, ListPromotions::new);
        var which = projects.nameOf(pipeline.projectId()) + " on "
                + pipeline.ref().spoken() + ", commit " + pipeline.shortCommit();
        return new Found(pipeline, which, links.pipeline(pipeline), triggered(pipeline));
    }

    /** The newest promotions of a branch, from whichever of its pipelines: what is live may be of an older one. */
    private Found ofBranch(Subject subject, Invocation invocation) {
        var meant = subjectResolver.project(subject, invocation, ListPromotions::new);
        var project = meant.project();
        var ref = meant.ref() == null ? subjectResolver.defaultRef(project) : meant.ref();
        var filter = Pipelines.Filter.ofProject(project.id()).on(ref).pageOf(ON_A_PAGE);
        var listed = semaphore.pipelines().list(filter, null).items();
        if (listed.isEmpty()) {
            return ofPipeline(subject, invocation); // says that nothing has run there
        }
        var starting = listed.stream()
                .filter(pipeline -> !pipeline.switchId().isEmpty())
                .toList();
        var next = starting.stream()
                .filter(pipeline -> pipeline.passed() && !pipeline.promoted())
                .findFirst()
                .or(() -> starting.stream().findFirst())
                .orElse(listed.get(0));
        var rows = new ArrayList<Row>();
        starting.stream().limit(MOST_PARENTS).map(this::triggered).forEach(rows::addAll);
        rows.sort(Comparator.comparing(
                        (Row row) -> row.promotion().triggered(),
                        Comparator.nullsFirst(Comparator.<Instant>naturalOrder()))
                .reversed());
        var newest = rows.subList(0, Math.min(MOST_ROWS, rows.size()));
        return new Found(
                next, project.name() + " on " + ref.spoken(), links.project(project.name()), List.copyOf(newest));
    }

    private List<Row> triggered(Pipeline pipeline) {
        return pipeline.switchId().isEmpty()
                ? List.of()
                : semaphore.promotions().list(pipeline.id(), null, null).items().stream()
                        .map(promotion -> new Row(promotion, pipeline))
                        .toList();
    }

    private ListCard listing(Found found, List<String> names, Map<String, String> live) {
        var rows = found.rows();
        return new ListCard(
                rows.isEmpty()
                        ? "Nothing was promoted from " + found.which() + "."
                        : rows.size() + (rows.size() == 1 ? " promotion" : " promotions") + " from " + found.which()
                                + ".",
                Text.of("Promotions from ").link(found.which(), found.url()),
                rows.stream().map(row -> row(row, live)).toList(),
                small(found.pipeline(), names),
                buttons(found.pipeline(), names));
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

    private Text row(Row row, Map<String, String> live) {
        var promotion = row.promotion();
        var named = Text.empty()
                .symbol(Symbol.DEPLOY)
                .bold(promotion.name())
                .plain("  ")
                .code(row.parent().shortCommit());
        var triggered = promotion.triggered();
        var timed = triggered == null ? named : named.plain("  ").date(triggered);
        var pipelineId = promotion.pipelineId();
        if (pipelineId == null) {
            return timed.plain(promotion.status() == Promotion.Status.FAILED ? "  couldn't start" : "  in progress");
        }
        var deploy = semaphore.pipelines().describe(pipelineId);
        var story = promotion.automatic() ? "automatically" : startNotes.of(pipelineId);
        var marked = pipelineId.equals(live.get(promotion.name()))
                ? timed.plain("  ").bold("live")
                : timed;
        return marked.plain(
                        "  " + PromotionPhrases.notPassed(deploy) + (story.isEmpty() ? "" : "  ·  " + story) + "  ·  ")
                .link("pipeline", links.pipeline(deploy));
    }
}
