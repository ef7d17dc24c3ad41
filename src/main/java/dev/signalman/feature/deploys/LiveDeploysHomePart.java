package dev.signalman.feature.deploys;

import com.github.benmanes.caffeine.cache.AsyncLoadingCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.signalman.card.CardActions;
import dev.signalman.card.HomeCard;
import dev.signalman.card.Symbol;
import dev.signalman.card.Text;
import dev.signalman.domain.Project;
import dev.signalman.port.HomePart;
import dev.signalman.semaphore.SemaphoreException;
import dev.signalman.subject.ConfiguredProjects;
import dev.signalman.subject.SemaphoreLinks;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lists, on the home tab, what each promotion has deployed. Reading that takes several calls, so it is read beside the
 * drawing and kept for a while: a drawing never waits for it, and shows it from the next time on.
 */
final class LiveDeploysHomePart implements HomePart {
    private static final Logger LOG = LoggerFactory.getLogger(LiveDeploysHomePart.class);
    private static final int MOST_PROJECTS = 4;
    private static final Duration FRESH = Duration.ofSeconds(20);
    private static final Duration KEPT = Duration.ofMinutes(5);

    private final ConfiguredProjects projects;
    private final SemaphoreLinks links;
    private final AsyncLoadingCache<Project, List<PromotionStatus>> live;

    @Inject
    LiveDeploysHomePart(
            ConfiguredProjects projects,
            DeployReader reader,
            PromotionStatuses statuses,
            SemaphoreLinks links,
            InstantSource clock) {
        this.projects = projects;
        this.links = links;
        this.live = Caffeine.newBuilder()
                .maximumSize(MOST_PROJECTS)
                .expireAfterWrite(KEPT)
                .refreshAfterWrite(FRESH)
                .ticker(() -> Duration.between(Instant.EPOCH, clock.instant()).toNanos())
                .buildAsync(project -> read(project, reader, statuses));
    }

    private static List<PromotionStatus> read(Project project, DeployReader reader, PromotionStatuses statuses) {
        try {
            return statuses.of(reader.read(project, null));
        } catch (SemaphoreException away) {
            LOG.info("The deploys of {} cannot be read: {}", project.name(), away.kind());
            return List.of(); // read again when it is no longer fresh
        }
    }

    @Override
    public Shelf shelf() {
        return Shelf.LIVE;
    }

    @Override
    public Optional<Shown> of(String userId) {
        var entries = new ArrayList<HomeCard.Entry>();
        for (var project : looked()) {
            var statuses = live.get(project);
            if (statuses.isDone() && !statuses.isCompletedExceptionally()) {
                statuses.join().stream()
                        .filter(status -> status.current() != null)
                        .forEach(status -> entries.add(entry(project, status)));
            }
        }
        if (entries.isEmpty()) {
            return Optional.empty();
        }
        var title = Text.empty().symbol(Symbol.DEPLOY).bold("Live now");
        return Optional.of(new Shown(
                entries.size() == 1 ? "1 promotion is live." : entries.size() + " promotions are live.",
                new HomeCard.Part(title, entries, "")));
    }

    /** Empty when Semaphore does not answer; the running pipelines' part says so. */
    private List<Project> looked() {
        try {
            return projects.first(MOST_PROJECTS);
        } catch (SemaphoreException away) {
            return List.of();
        }
    }

    private HomeCard.Entry entry(Project project, PromotionStatus status) {
        var line = Text.empty().bold(project.name()).plain("  ").text(status.row(links));
        var next = status.next();
        return new HomeCard.Entry(
                line,
                next == null
                        ? CardActions.NONE
                        : CardActions.of(DeploysCardFactory.promote(project.name(), status.promotion(), next)));
    }
}
