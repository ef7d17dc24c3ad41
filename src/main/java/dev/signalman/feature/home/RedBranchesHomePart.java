package dev.signalman.feature.home;

import dev.signalman.card.Button;
import dev.signalman.card.CardActions;
import dev.signalman.card.HomeCard;
import dev.signalman.card.Symbol;
import dev.signalman.card.Text;
import dev.signalman.command.Logs;
import dev.signalman.command.Rebuild;
import dev.signalman.command.Subject;
import dev.signalman.domain.GitRef;
import dev.signalman.domain.Pipeline;
import dev.signalman.domain.Project;
import dev.signalman.port.HomePart;
import dev.signalman.semaphore.SemaphoreException;
import dev.signalman.subject.SemaphoreLinks;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Lists branches whose newest finished pipeline failed, with who broke them. Deploys do not count: they have their own
 * part. The person's own builds have their buttons in the part above. When Semaphore does not answer, the running pipelines' part says so.
 */
final class RedBranchesHomePart implements HomePart {
    private static final int MOST = 5;

    private final NewestPipelines newest;
    private final OwnBuilds own;
    private final SemaphoreLinks links;

    @Inject
    RedBranchesHomePart(NewestPipelines newest, OwnBuilds own, SemaphoreLinks links) {
        this.newest = newest;
        this.own = own;
        this.links = links;
    }

    @Override
    public Shelf shelf() {
        return Shelf.RED;
    }

    @Override
    public Optional<Shown> of(String userId) {
        var entries = new ArrayList<HomeCard.Entry>();
        try {
            for (var project : newest.projects()) {
                var red = byBranch(project).values().stream()
                        .filter(all -> all.get(0).failed())
                        .toList();
                var mine = own.among(red.stream().map(all -> all.get(0)).toList(), userId)
                        .orElse(Set.of());
                red.forEach(all ->
                        entries.add(entry(project, all, mine.contains(all.get(0).id()))));
            }
        } catch (SemaphoreException away) {
            return Optional.empty();
        }
        if (entries.isEmpty()) {
            return Optional.empty();
        }
        var title = Text.empty().symbol(Symbol.FAILED).bold("Red branches");
        var more = entries.size() > MOST ? "And " + (entries.size() - MOST) + " more." : "";
        return Optional.of(new Shown(
                entries.size() == 1 ? "1 branch is red." : entries.size() + " branches are red.",
                new HomeCard.Part(title, entries.stream().limit(MOST).toList(), more)));
    }

    /** The finished pipelines of the project's own file, newest first, by branch. */
    private Map<GitRef, List<Pipeline>> byBranch(Project project) {
        var found = new LinkedHashMap<GitRef, List<Pipeline>>();
        newest.lastRead(project).stream()
                .filter(pipeline -> pipeline.done() && !pipeline.promoted())
                .filter(pipeline -> pipeline.passed() || pipeline.failed()) // a stopped one tells nothing
                .filter(pipeline -> pipeline.ref().kind() == GitRef.Kind.BRANCH)
                .forEach(pipeline -> found.computeIfAbsent(pipeline.ref(), first -> new ArrayList<>())
                        .add(pipeline));
        return found;
    }

    private HomeCard.Entry entry(Project project, List<Pipeline> newestFirst, boolean mine) {
        var failed = newestFirst.get(0);
        var first = failed;
        for (var each : newestFirst) {
            if (!each.failed()) {
                break;
            }
            first = each;
        }
        var line = Text.empty()
                .bold(project.name())
                .plain(" ")
                .code(failed.ref().spoken())
                .plain(" ")
                .link("failed", links.pipeline(failed));
        var since = first.times().done();
        if (since != null) {
            line = line.plain(", red since ").date(since);
        }
        var broken = first.commitTitle().isEmpty() ? first.shortCommit() : first.commitTitle();
        var author = first.trigger().author();
        line = line.plain("  ·  broken by " + broken + (author == null ? "" : ", " + author));
        return new HomeCard.Entry(
                line,
                mine
                        ? CardActions.NONE
                        : CardActions.of(
                                Button.of("Rebuild failed", new Rebuild(Subject.pipeline(failed.id()))),
                                Button.of("Logs", new Logs(Subject.pipeline(failed.id())))));
    }
}
