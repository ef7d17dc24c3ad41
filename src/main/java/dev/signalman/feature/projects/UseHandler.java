package dev.signalman.feature.projects;

import dev.signalman.card.Button;
import dev.signalman.card.Card;
import dev.signalman.card.CardActions;
import dev.signalman.card.Text;
import dev.signalman.card.TextCard;
import dev.signalman.command.Status;
import dev.signalman.command.Subject;
import dev.signalman.command.Use;
import dev.signalman.dispatch.Delivery;
import dev.signalman.dispatch.Handler;
import dev.signalman.dispatch.Invocation;
import dev.signalman.dispatch.Outcome;
import dev.signalman.port.ChannelProjects.Choice;
import dev.signalman.subject.ProjectDirectory;
import jakarta.inject.Inject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sets a channel's project, and announces it in the channel. */
final class UseHandler implements Handler<Use> {
    private final ProjectDirectory projects;
    private final JdbiChannelProjects channels;

    @Inject
    UseHandler(ProjectDirectory projects, JdbiChannelProjects channels) {
        this.projects = projects;
        this.channels = channels;
    }

    @Override
    public Outcome handle(Use command, Invocation invocation) {
        var channel = invocation.place().channel();
        var name = command.project();
        if (name == null) {
            return clear(channels.chosen(channel), invocation);
        }
        var meant = projects.parted(new Subject.Newest(null, name, command.branch()));
        var project = projects.meant(meant.project(), other -> new Use(other, meant.branch()));
        var choice = new Choice(project.name(), meant.branch());
        return said(chosen(choice, invocation.actor().name()), invocation).with(channels.choosing(channel, choice));
    }

    private Outcome clear(@Nullable Choice chosen, Invocation invocation) {
        if (chosen == null) {
            return Outcome.answer(TextCard.of("This channel has no default project. Nothing was changed."));
        }
        var sentence = invocation.actor().name() + " cleared this channel's default project, which was "
                + chosen.project() + ". Commands here now have to name a project.";
        return said(TextCard.of(sentence), invocation)
                .with(channels.clearing(invocation.place().channel()));
    }

    private static Outcome said(Card card, Invocation invocation) {
        return Outcome.deliver(new Delivery.ToPlace(invocation.place(), card));
    }

    private static Card chosen(Choice choice, String who) {
        var branch = choice.branch();
        var line = Text.of(who + " set this channel's default project: ").bold(choice.project());
        var status = new Status(new Subject.Newest(null, choice.project(), branch));
        return new TextCard(
                who + " set this channel's default project to " + choice.project()
                        + (branch == null ? "" : " on " + branch) + ".",
                List.of(branch == null ? line : line.plain(" on ").code(branch)),
                List.of("Commands without a project use it. To clear it, use /semaphore use nothing."),
                CardActions.of(Button.of("Status", status)));
    }
}
