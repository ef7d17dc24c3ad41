package dev.signalman.feature.jobs;

import dev.signalman.card.Button;
import dev.signalman.card.Card;
import dev.signalman.card.CardActions;
import dev.signalman.card.Text;
import dev.signalman.card.TextCard;
import dev.signalman.command.Logs;
import dev.signalman.command.Status;
import dev.signalman.command.Stop;
import dev.signalman.command.Subject;
import dev.signalman.domain.Job;
import dev.signalman.domain.JobState;
import dev.signalman.subject.ProjectDirectory;
import dev.signalman.subject.SemaphoreLinks;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The card of a job. */
final class JobCardFactory {
    private final ProjectDirectory projects;
    private final SemaphoreLinks links;
    private final InstantSource clock;

    @Inject
    JobCardFactory(ProjectDirectory projects, SemaphoreLinks links, InstantSource clock) {
        this.projects = projects;
        this.links = links;
        this.clock = clock;
    }

    /**
     * The card.
     *
     * @param reason why it failed without having started; empty for none
     */
    Card of(Job job, String reason) {
        var project = projects.nameOf(job.projectId());
        var lines = new ArrayList<Text>();
        lines.add(headline(job, project));
        if (JobPhrases.neverStarted(job)) {
            lines.add(Text.of(neverStarted(reason)));
        }
        lines.add(machine(job));
        lines.add(times(job));
        return new TextCard(
                job.name() + " of " + project + " " + JobPhrases.of(job) + "."
                        + (JobPhrases.neverStarted(job) ? " " + neverStarted(reason) : ""),
                lines.stream().filter(line -> !line.spans().isEmpty()).toList(),
                List.of(job.id()),
                CardActions.of(buttons(job)));
    }

    private Text headline(Job job, String project) {
        var lasted = JobPhrases.lasted(job, clock.instant());
        var line = Text.empty()
                .symbol(JobPhrases.symbol(job))
                .bold(job.name())
                .plain(" of " + project + " " + JobPhrases.of(job));
        var timed = lasted.isEmpty() ? line : line.plain(" · " + lasted);
        return timed.plain(" · ").link("Open in Semaphore", links.job(job.id()));
    }

    private static String neverStarted(String reason) {
        return reason.isEmpty() ? "It never started." : "It never started. Semaphore says: " + reason + ".";
    }

    private static Text machine(Job job) {
        var line = Text.empty();
        if (!job.machineType().isEmpty()) {
            line = line.plain("Machine ").code(job.machineType());
            line = job.osImage().isEmpty() ? line : line.plain(" with ").code(job.osImage());
        }
        if (!job.agentName().isEmpty()) {
            line = line.plain(line.spans().isEmpty() ? "Agent " : " · agent ").code(job.agentName());
        }
        return line;
    }

    private static Text times(Job job) {
        var line = at(Text.empty(), "created ", job.created());
        line = at(line, "started ", job.started());
        return at(line, "finished ", job.finished());
    }

    private static Text at(Text line, String words, @Nullable Instant moment) {
        if (moment == null) {
            return line;
        }
        return line.plain((line.spans().isEmpty() ? "" : " · ") + words).date(moment);
    }

    private static List<Button> buttons(Job job) {
        var buttons = new ArrayList<Button>();
        var subject = Subject.job(job.id());
        if (job.state() != JobState.FINISHED && job.state() != JobState.STOPPING) {
            buttons.add(Button.of("Stop", new Stop(subject))
                    .asking(
                            "Stop this job?",
                            "Job " + job.name() + " is stopped, and its pipeline won't pass.",
                            "Stop",
                            "Cancel"));
        }
        if (job.started() != null) {
            buttons.add(Button.of("Logs", new Logs(subject)));
        }
        if (job.pipelineId() != null) {
            buttons.add(Button.of("Pipeline", new Status(Subject.pipeline(job.pipelineId()))));
        }
        return buttons;
    }
}
