package dev.signalman.feature.polling;

import dev.signalman.dispatch.IntakeFailedException;
import dev.signalman.port.Chore;
import dev.signalman.semaphore.SemaphoreException;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Polls the projects with subscriptions or promotion rules. Each turn reads one list per project, however many channels
 * there are. A find is taken in like a notification, and only once.
 */
final class PollingJob implements Chore {
    private static final Logger LOG = LoggerFactory.getLogger(PollingJob.class);

    private final PolledProjects projects;
    private final ProjectPoll poll;
    private final PollCursorStore cursors;
    private final PollInterval interval;

    @Inject
    PollingJob(PolledProjects projects, ProjectPoll poll, PollCursorStore cursors, PollInterval interval) {
        this.projects = projects;
        this.poll = poll;
        this.cursors = cursors;
        this.interval = interval;
    }

    @Override
    public String name() {
        return "lookout";
    }

    @Override
    public Duration every() {
        return interval.every();
    }

    @Override
    public void run() {
        try {
            var all = projects.all();
            poll.tell(projects.due(all).stream()
                    .flatMap(each -> look(each).stream())
                    .toList());
            cursors.forgetAllBut(
                    PollTimestamp.CREATED,
                    all.stream().map(PolledProject::projectId).toList());
            cursors.forgetAllBut(
                    PollTimestamp.DONE,
                    all.stream()
                            .filter(PolledProject::announced)
                            .map(PolledProject::projectId)
                            .toList());
        } catch (SemaphoreException away) {
            // the cursors stay, so nothing is missed
            LOG.info("The projects could not be listed: {}", away.kind());
        } catch (IntakeFailedException away) {
            LOG.info("New pipelines could not be stored; retrying");
        }
    }

    private Optional<ProjectPoll.Seen> look(PolledProject polled) {
        try {
            return Optional.of(poll.look(polled));
        } catch (SemaphoreException away) {
            LOG.info("Project {} could not be polled: {}", polled.projectId(), away.kind());
            return Optional.empty();
        }
    }
}
