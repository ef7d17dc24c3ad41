package dev.signalman.feature.promotions;

import dev.signalman.card.Button;
import dev.signalman.card.Card;
import dev.signalman.card.CardActions;
import dev.signalman.card.Menu;
import dev.signalman.card.Text;
import dev.signalman.card.TextCard;
import dev.signalman.command.Choose;
import dev.signalman.command.Command;
import dev.signalman.command.History;
import dev.signalman.command.Lock;
import dev.signalman.command.Promote;
import dev.signalman.command.Status;
import dev.signalman.command.Subject;
import dev.signalman.command.Use;
import dev.signalman.command.Why;
import dev.signalman.dispatch.Handler;
import dev.signalman.dispatch.Invocation;
import dev.signalman.dispatch.Outcome;
import dev.signalman.domain.GitRef;
import dev.signalman.domain.Project;
import dev.signalman.port.KnownPromotions;
import dev.signalman.subject.ProjectDirectory;
import dev.signalman.subject.SubjectResolver;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Offers the promotions of a project, or the projects, for a verb that was given alone. */
final class ChooseHandler implements Handler<Choose> {
    private static final int SIDE_BY_SIDE = 5;

    private final SubjectResolver subjectResolver;
    private final ProjectDirectory projects;
    private final KnownPromotions known;

    @Inject
    ChooseHandler(SubjectResolver subjectResolver, ProjectDirectory projects, KnownPromotions known) {
        this.subjectResolver = subjectResolver;
        this.projects = projects;
        this.known = known;
    }

    @Override
    public Outcome handle(Choose command, Invocation invocation) {
        return Outcome.answer(command.verb().equals("use") ? ofProjects() : ofPromotions(command, invocation));
    }

    private Card ofProjects() {
        return card(
                "Which project should this channel use?",
                "Projects",
                projects.all().stream()
                        .map(project -> Button.of(project.name(), new Use(project.name(), null)))
                        .toList());
    }

    private Card ofPromotions(Choose command, Invocation invocation) {
        var name = command.project();
        var said = name == null
                ? subjectResolver.heard(new Subject.Unsaid(), invocation, Status::new)
                : new Subject.Newest(null, name, null);
        var found = subjectResolver.project(said, invocation, subject -> again(command, subject));
        var project = found.project();
        var names = known.in(project);
        if (names.isEmpty()) {
            return TextCard.of("I don't know any promotion of " + project.name()
                    + " yet, since Semaphore doesn't list them. Name it as the pipeline's file does: "
                    + command.verb() + " production " + project.name() + ".");
        }
        var subject = said instanceof Subject.Id ? said : newest(project, found.ref());
        return card(
                question(command.verb(), project.name()),
                "Promotions",
                names.stream()
                        .map(promotion -> button(command.verb(), promotion, subject, project))
                        .toList());
    }

    private static Choose again(Choose command, Subject subject) {
        return new Choose(command.verb(), subject instanceof Subject.Newest newest ? newest.project() : null);
    }

    private static Subject newest(Project project, @Nullable GitRef ref) {
        return new Subject.Newest(null, project.name(), ref == null ? null : ref.reference());
    }

    private static Card card(String question, String menu, List<Button> choices) {
        return new TextCard(
                question,
                List.of(Text.of(question)),
                List.of(),
                choices.size() <= SIDE_BY_SIDE
                        ? CardActions.of(choices)
                        : new CardActions(List.of(), new Menu(menu, choices)));
    }

    private static String question(String verb, String project) {
        return switch (verb) {
            case "promote" -> "Promote " + project + " to which promotion?";
            case "lock" -> "Lock which promotion of " + project + "?";
            case "history" -> "History of which promotion of " + project + "?";
            default -> "Which promotion of " + project + "?";
        };
    }

    private static Button button(String verb, String promotion, Subject subject, Project project) {
        var button = Button.of(promotion, command(verb, promotion, subject, project));
        return switch (verb) {
            case "promote" ->
                button.asking(
                        "Promote to " + promotion + "?",
                        "The newest passed pipeline of " + project.name() + " is promoted to " + promotion
                                + ", as soon as the rules for that are met.",
                        "Promote",
                        "Cancel");
            case "lock" ->
                button.asking(
                        "Lock " + promotion + "?",
                        "Nothing of " + project.name() + " is promoted to " + promotion + " until it is unlocked.",
                        "Lock",
                        "Cancel");
            default -> button;
        };
    }

    private static Command command(String verb, String promotion, Subject subject, Project project) {
        return switch (verb) {
            case "promote" -> new Promote(promotion, subject, Map.of(), false, false, null);
            case "lock" -> new Lock(promotion, newest(project, null), null, false, false, null, null);
            case "history" -> new History(promotion, project.name());
            default -> new Why(promotion, subject, Map.of(), false);
        };
    }
}
