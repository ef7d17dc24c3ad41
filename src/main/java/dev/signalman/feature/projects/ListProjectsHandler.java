package dev.signalman.feature.projects;

import dev.signalman.card.Button;
import dev.signalman.card.CardActions;
import dev.signalman.card.ListCard;
import dev.signalman.card.Menu;
import dev.signalman.card.Text;
import dev.signalman.command.ListProjects;
import dev.signalman.command.Refusal;
import dev.signalman.command.Status;
import dev.signalman.command.Subject;
import dev.signalman.dispatch.Handler;
import dev.signalman.dispatch.Invocation;
import dev.signalman.dispatch.Outcome;
import dev.signalman.domain.Project;
import dev.signalman.port.ChannelProjects;
import dev.signalman.port.ChannelProjects.Choice;
import dev.signalman.subject.ProjectDirectory;
import dev.signalman.subject.ProjectSettings;
import dev.signalman.subject.SemaphoreLinks;
import jakarta.inject.Inject;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Lists the projects that the token sees. */
final class ListProjectsHandler implements Handler<ListProjects> {
    private final ProjectDirectory projects;
    private final Supplier<ProjectSettings> settings;
    private final SemaphoreLinks links;
    private final ChannelProjects channels;

    @Inject
    ListProjectsHandler(
            ProjectDirectory projects,
            Supplier<ProjectSettings> settings,
            SemaphoreLinks links,
            ChannelProjects channels) {
        this.projects = projects;
        this.settings = settings;
        this.links = links;
        this.channels = channels;
    }

    @Override
    public Outcome handle(ListProjects command, Invocation invocation) {
        var all = projects.all();
        if (all.isEmpty()) {
            throw new Refusal(
                    "Semaphore shows me no projects. Try again in a minute. If that doesn't help, add the bot's "
                            + "account to each project in Semaphore, with a role that can run it.");
        }
        var chosen = channels.of(invocation.place().channel());
        return Outcome.answer(new ListCard(
                sentence(all, chosen),
                Text.empty().bold("Projects").plain(" in Semaphore"),
                all.stream().map(project -> row(project, chosen)).toList(),
                chosen == null
                        ? "This channel has no default project. Set one with /semaphore use "
                                + all.get(0).name() + "."
                        : "",
                new CardActions(List.of(), new Menu("Status of …", choices(all)))));
    }

    private static String sentence(List<Project> all, @Nullable Choice chosen) {
        return "I see " + (all.size() == 1 ? "1 project" : all.size() + " projects") + " in Semaphore"
                + (chosen == null ? "." : ". This channel's default: " + spoken(chosen) + ".");
    }

    private Text row(Project project, @Nullable Choice chosen) {
        var row = Text.empty().link(project.name(), links.project(project.name()));
        var branch = settings.get().of(project.name()).defaultBranch();
        if (branch != null) {
            row = row.plain("  ").code(branch);
        }
        return chosen != null && chosen.project().equals(project.name())
                ? row.plain("  ← this channel" + (chosen.branch() == null ? "" : ", " + chosen.branch()))
                : row;
    }

    private static List<Button> choices(List<Project> all) {
        return all.stream()
                .map(project -> Button.of(project.name(), new Status(new Subject.Newest(null, project.name(), null))))
                .toList();
    }

    private static String spoken(Choice choice) {
        return choice.branch() == null ? choice.project() : choice.project() + "@" + choice.branch();
    }
}
