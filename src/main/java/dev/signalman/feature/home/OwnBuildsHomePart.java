package dev.signalman.feature.home;

import dev.signalman.card.Button;
import dev.signalman.card.CardActions;
import dev.signalman.card.HomeCard;
import dev.signalman.card.Symbol;
import dev.signalman.card.Text;
import dev.signalman.command.Logs;
import dev.signalman.command.Rebuild;
import dev.signalman.command.Subject;
import dev.signalman.domain.DurationPhrases;
import dev.signalman.domain.Pipeline;
import dev.signalman.domain.Project;
import dev.signalman.port.HomePart;
import dev.signalman.semaphore.SemaphoreException;
import dev.signalman.subject.SemaphoreLinks;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Lists the newest build of each branch on which the person has builds. It reads the pipelines for all parts; when
 * Semaphore does not answer, the running pipelines' part says so.
 */
final class OwnBuildsHomePart implements HomePart {
    private static final int MOST = 5;
    private static final Comparator<Build> NEWEST_FIRST = Comparator.comparing(
                    Build::created, Comparator.nullsFirst(Comparator.naturalOrder()))
            .reversed();

    private final NewestPipelines newest;
    private final OwnBuilds own;
    private final SemaphoreLinks links;
    private final InstantSource clock;

    @Inject
    OwnBuildsHomePart(NewestPipelines newest, OwnBuilds own, SemaphoreLinks links, InstantSource clock) {
        this.newest = newest;
        this.own = own;
        this.links = links;
        this.clock = clock;
    }

    private record Build(Project project, Pipeline pipeline) {
        @Nullable
        Instant created() {
            return pipeline.times().created();
        }
    }

    @Override
    public Shelf shelf() {
        return Shelf.MINE;
    }

    @Override
    public Optional<Shown> of(String userId) {
        var all = new LinkedHashMap<String, Build>();
        try {
            for (var project : newest.projects()) {
                newest.read(project).stream()
                        .filter(pipeline -> !pipeline.promoted())
                        .forEach(pipeline -> all.put(pipeline.id(), new Build(project, pipeline)));
            }
        } catch (SemaphoreException away) {
            return Optional.empty();
        }
        return all.isEmpty()
                ? Optional.empty()
                : own.among(all.values().stream().map(Build::pipeline).toList(), userId)
                        .map(ids -> listed(all.values().stream()
                                .filter(build -> ids.contains(build.pipeline().id()))
                                .map(build -> new Build(build.project(), own.asAsked(build.pipeline())))
                                .sorted(NEWEST_FIRST)
                                .toList()))
                        .orElse(Optional.of(unknown()));
    }

    private Optional<Shown> listed(List<Build> newestFirst) {
        var branches = new HashSet<String>();
        var shown = newestFirst.stream()
                .filter(build -> branches.add(
                        build.project().id() + " " + build.pipeline().ref().reference()))
                .toList();
        if (shown.isEmpty()) {
            return Optional.empty();
        }
        var more = shown.size() > MOST ? "And " + (shown.size() - MOST) + " more branches." : "";
        var entries = shown.stream().limit(MOST).map(this::entry).toList();
        var failed = shown.stream().filter(build -> build.pipeline().failed()).count();
        return Optional.of(new Shown(
                failed == 0
                        ? "None of your builds failed."
                        : failed == 1 ? "1 of your builds failed." : failed + " of your builds failed.",
                new HomeCard.Part(title(), entries, more)));
    }

    private static Shown unknown() {
        var words = "I don't know which builds are yours yet. Start one from Slack, or use the same e-mail address in "
                + "Slack and Git: I learn it from Semaphore's notifications.";
        return new Shown("I don't know which builds are yours yet.", new HomeCard.Part(title(), List.of(), words));
    }

    private static Text title() {
        return Text.empty().symbol(Symbol.PERSON).bold("Your builds");
    }

    private HomeCard.Entry entry(Build build) {
        var pipeline = build.pipeline();
        var line = state(
                Text.empty()
                        .symbol(symbol(pipeline))
                        .bold(build.project().name())
                        .plain(" ")
                        .code(pipeline.ref().spoken())
                        .plain(" "),
                pipeline);
        var commit = pipeline.commitTitle().isEmpty() ? pipeline.shortCommit() : pipeline.commitTitle();
        var shown = commit.isEmpty() ? "Open in Semaphore" : commit;
        var buttons = new ArrayList<Button>();
        if (pipeline.failed()) {
            buttons.add(Button.of("Rebuild failed", new Rebuild(Subject.pipeline(pipeline.id()))));
            buttons.add(Button.of("Logs", new Logs(Subject.pipeline(pipeline.id()))));
        }
        return new HomeCard.Entry(line.plain("  ·  ").link(shown, links.pipeline(pipeline)), CardActions.of(buttons));
    }

    private static Symbol symbol(Pipeline pipeline) {
        return switch (pipeline.state()) {
            case DONE -> Symbol.of(pipeline.result());
            case RUNNING, STOPPING -> Symbol.RUNNING;
            default -> Symbol.QUEUED;
        };
    }

    private Text state(Text line, Pipeline pipeline) {
        var done = pipeline.times().done();
        if (pipeline.done()) {
            return done == null
                    ? line.plain(pipeline.ended())
                    : line.plain(pipeline.ended() + " ").date(done);
        }
        var lasted = DurationPhrases.growing(pipeline.lasted(clock.instant()));
        return line.plain(
                switch (pipeline.state()) {
                    case RUNNING -> lasted.isEmpty() ? "is running" : "is running, for " + lasted;
                    case STOPPING -> "is stopping";
                    default -> "is waiting";
                });
    }
}
