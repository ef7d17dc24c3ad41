package dev.signalman.feature.polling;

import dev.signalman.port.RuledProjects;
import dev.signalman.subject.ProjectsWithSubscribers;
import dev.signalman.subject.ProjectsWithSubscribers.SubscribedProject;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Chooses the projects to poll: those with subscriptions, and those with promotion rules. */
final class PolledProjects {
    /** Projects polled in one turn for rules only. A rule without a project covers all of them, possibly hundreds. */
    private static final int MOST_RULED_ALONE = 20;

    private final ProjectsWithSubscribers subscribed;
    private final Set<RuledProjects> ruled;
    private final PollCursorStore cursors;

    @Inject
    PolledProjects(ProjectsWithSubscribers subscribed, Set<RuledProjects> ruled, PollCursorStore cursors) {
        this.subscribed = subscribed;
        this.ruled = ruled;
        this.cursors = cursors;
    }

    /**
     * All projects to poll.
     *
     * @throws dev.signalman.semaphore.SemaphoreException when the projects cannot be listed
     */
    List<PolledProject> all() {
        var rules = new TreeSet<String>();
        ruled.forEach(each -> rules.addAll(each.ids()));
        var heard = subscribed.all();
        var heardOf = heard.stream().map(SubscribedProject::projectId).toList();
        return Stream.concat(
                        heard.stream().map(each -> new PolledProject(each, true, rules.contains(each.projectId()))),
                        rules.stream()
                                .filter(id -> !heardOf.contains(id))
                                .map(id -> new PolledProject(new SubscribedProject(id, false), false, true)))
                .toList();
    }

    /** The projects to poll in this turn: all with subscriptions, and those with rules only that waited longest. */
    List<PolledProject> due(List<PolledProject> all) {
        var alone = all.stream().filter(each -> !each.announced()).toList();
        if (alone.size() <= MOST_RULED_ALONE) {
            return all;
        }
        var looked = cursors.looked(PollTimestamp.CREATED);
        return Stream.concat(
                        all.stream().filter(PolledProject::announced),
                        alone.stream()
                                .sorted(Comparator.comparing(
                                        each -> looked.getOrDefault(each.projectId(), Instant.EPOCH)))
                                .limit(MOST_RULED_ALONE))
                .toList();
    }
}
