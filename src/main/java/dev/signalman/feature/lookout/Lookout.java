package dev.signalman.feature.lookout;

import dev.signalman.dispatch.Chore;
import dev.signalman.dispatch.NotTakenException;
import dev.signalman.semaphore.SemaphoreException;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks through the projects that somebody subscribed to, and those in which rules of promotion hold: one list a project and turn,
 * however many channels there are. What it finds is a hint like that of a notification; a hint that was given is not given again.
 */
final class Lookout implements Chore {
    private static final Logger LOG = LoggerFactory.getLogger(Lookout.class);

    private final Sights sights;
    private final Glance glance;
    private final Marks marks;
    private final Rhythm rhythm;

    @Inject
    Lookout(Sights sights, Glance glance, Marks marks, Rhythm rhythm) {
        this.sights = sights;
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
            var all = sights.all();
            glance.tell(sights.due(all).stream()
                    .flatMap(each -> look(each).stream())
                    .toList());
            marks.forgetAllBut(
                    Moment.CREATED, all.stream().map(Sight::projectId).toList());
            marks.forgetAllBut(
                    Moment.DONE,
                    all.stream().filter(Sight::announced).map(Sight::projectId).toList());
        } catch (SemaphoreException away) {
            // the marks stay where they are, so that nothing is missed
            LOG.info("The projects could not be listed: {}", away.kind());
        } catch (NotTakenException away) {
            LOG.info("What was found could not be written down; it is found again");
        }
    }

    private Optional<Glance.Seen> look(Sight sight) {
        try {
            return Optional.of(glance.look(sight));
        } catch (SemaphoreException away) {
            LOG.info("The project {} could not be looked through: {}", sight.projectId(), away.kind());
            return Optional.empty();
        }
    }
}
