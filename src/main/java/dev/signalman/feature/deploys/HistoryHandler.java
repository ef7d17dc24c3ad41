package dev.signalman.feature.deploys;

import dev.signalman.card.Button;
import dev.signalman.card.CardActions;
import dev.signalman.card.ListCard;
import dev.signalman.card.Text;
import dev.signalman.command.Command;
import dev.signalman.command.Deploys;
import dev.signalman.command.History;
import dev.signalman.command.Promote;
import dev.signalman.command.Refusal;
import dev.signalman.command.Subject;
import dev.signalman.command.Suggestion;
import dev.signalman.dispatch.Handler;
import dev.signalman.dispatch.Invocation;
import dev.signalman.dispatch.Outcome;
import dev.signalman.domain.CaseInsensitiveName;
import dev.signalman.domain.NearestName;
import dev.signalman.subject.SemaphoreLinks;
import dev.signalman.subject.SubjectResolver;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Lists a promotion's last deploys. */
final class HistoryHandler implements Handler<History> {
    private static final int MOST = 10;

    private final SubjectResolver subjectResolver;
    private final DeployReader reader;
    private final SemaphoreLinks links;

    @Inject
    HistoryHandler(SubjectResolver subjectResolver, DeployReader reader, SemaphoreLinks links) {
        this.subjectResolver = subjectResolver;
        this.reader = reader;
        this.links = links;
    }

    @Override
    public Outcome handle(History command, Invocation invocation) {
        var said = command.promotion();
        var project = subjectResolver.projectAlone(command.project(), invocation, subject -> of(said, subject));
        var first = reader.read(project, said);
        var promotion = CaseInsensitiveName.of(said, first.promotions())
                .orElseThrow(() -> unknown(said, project.name(), first.promotions()));
        var found = promotion.equals(said) ? first : reader.read(project, promotion);
        var all = found.through(promotion);
        var deploys = all.stream().limit(MOST).toList();
        var about = promotion + " of " + project.name();
        return Outcome.answer(new ListCard(
                deploys.isEmpty() ? "I found no deploys to " + about + "." : spoken(about, deploys),
                Text.of("Deploys to ")
                        .bold(promotion)
                        .plain(" of ")
                        .link(project.name(), links.project(project.name())),
                deploys.stream().map(this::row).toList(),
                (deploys.isEmpty() ? "None found. " + found.reach() : found.reach()).strip(),
                actions(promotion, project.name(), all)));
    }

    private static CardActions actions(String promotion, String project, List<Deploy> deploys) {
        var buttons = new ArrayList<Button>();
        lastGood(deploys).map(deploy -> redeploy(promotion, project, deploy)).ifPresent(buttons::add);
        buttons.add(Button.of("Deploys", new Deploys(project)));
        return CardActions.of(buttons);
    }

    /** The deploy to roll back to: the newest earlier one that passed, unless it is the current one again. */
    private static Optional<Deploy> lastGood(List<Deploy> deploys) {
        var newest = deploys.stream().findFirst();
        return deploys.stream()
                .skip(1)
                .filter(Deploy::passed)
                .filter(deploy -> newest.filter(Deploy::passed)
                        .filter(last -> last.parentId().equals(deploy.parentId()))
                        .isEmpty())
                .findFirst();
    }

    private static Button redeploy(String promotion, String project, Deploy deploy) {
        var pipeline = Objects.requireNonNull(deploy.pipeline());
        return Button.of(
                        "Redeploy " + pipeline.shortCommit(),
                        new Promote(promotion, Subject.pipeline(deploy.parentId()), Map.of(), false, true, null))
                .asking(
                        "Deploy again?",
                        pipeline.shortCommit() + " on " + pipeline.ref().spoken() + " deploys to " + promotion + " of "
                                + project
                                + " again. Parameters of the earlier deploy are not reused, because Semaphore doesn't return them.",
                        "Redeploy",
                        "Cancel");
    }

    private static String spoken(String about, List<Deploy> deploys) {
        var last = deploys.get(0);
        var pipeline = last.pipeline();
        return "The last " + (deploys.size() == 1 ? "deploy" : deploys.size() + " deploys") + " to " + about
                + ". The newest" + (pipeline == null ? "" : ", " + pipeline.shortCommit() + ",") + " " + last.outcome()
                + ".";
    }

    private Text row(Deploy deploy) {
        var row = Text.empty().symbol(deploy.symbol());
        var pipeline = deploy.pipeline();
        if (pipeline != null) {
            row = row.code(pipeline.shortCommit())
                    .plain(" on ")
                    .code(pipeline.ref().spoken())
                    .plain(" ");
        }
        row = row.plain(deploy.outcome());
        var at = deploy.at();
        row = at == null ? row : row.plain(" · ").date(at);
        row = deploy.who().isEmpty() ? row : row.plain(" " + deploy.who());
        if (pipeline == null) {
            return row;
        }
        var titled = pipeline.commitTitle().isEmpty() ? row : row.plain("  " + pipeline.commitTitle());
        return titled.plain("  ·  ").link("Open", links.pipeline(pipeline));
    }

    private static Refusal unknown(String promotion, String project, List<String> known) {
        List<Suggestion> nearest = NearestName.of(promotion, known, 3).stream()
                .map(near -> new Suggestion(near, new History(near, project)))
                .toList();
        return new Refusal(
                "I can't find promotion \"" + promotion + "\" of " + project + "."
                        + (!nearest.isEmpty()
                                ? ""
                                : known.isEmpty()
                                        ? " I don't know any yet. Promote once, or list them under projects in signalman.yml."
                                        : " Known: " + String.join(", ", known) + "."),
                nearest);
    }

    private static Command of(String promotion, Subject subject) {
        return new History(promotion, subject instanceof Subject.Newest newest ? newest.project() : null);
    }
}
