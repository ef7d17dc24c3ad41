package dev.signalman.feature.lookout;

import dev.signalman.dispatch.Chore;
import dev.signalman.dispatch.NotTakenException;
import dev.signalman.semaphore.SemaphoreException;
import dev.signalman.subject.WatchedProjects;
import dev.signalman.subject.WatchedProjects.WatchedProject;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks through the projects that somebody subscribed to, one list a project and turn, however many channels there are. What it
 * finds is a hint like that of a notification; a hint that was given is not given again.
 */
final class Lookout implements Chore {
    private static final Logger LOG = LoggerFactory.getLogger(Lookout.class);

    private final WatchedProjects watched;
    private final Glance glance;
    private final Marks marks;
    private final Rhythm rhythm;

    @Inject
    Lookout(WatchedProjects watched, Glance glance, Marks marks, Rhythm rhythm) {
        this.watched = watched;
        this.glance = glance;
        this.marks = marks;
        this.rhythm = rhythm;
    }

    @Override
    public String name() {
        return "lookout";
    }

    @Override
    public Duration every() {
        return rhythm.every();
    }

    @Override
    public void run() {
        try {
            var all = watched.all();
            glance.tell(all.stream().flatMap(each -> look(each).stream()).toList());
            marks.forgetAllBut(all.stream().map(WatchedProject::projectId).toList());
        } catch (SemaphoreException away) {
            // the marks stay where they are, so that nothing is missed
            LOG.info("The projects could not be listed: {}", away.kind());
        } catch (NotTakenException away) {
            LOG.info("What was found could not be written down; it is found again");
        }
    }

    private Optional<Glance.Seen> look(WatchedProject project) {
        try {
            return Optional.of(glance.look(project));
        } catch (SemaphoreException away) {
            LOG.info("The project {} could not be looked through: {}", project.projectId(), away.kind());
            return Optional.empty();
        }
    }
}
