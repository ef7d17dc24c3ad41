package dev.signalman.feature.outofband;

import dev.signalman.card.Button;
import dev.signalman.card.CardActions;
import dev.signalman.card.Symbol;
import dev.signalman.card.Text;
import dev.signalman.card.TextCard;
import dev.signalman.chat.People;
import dev.signalman.command.History;
import dev.signalman.command.Stop;
import dev.signalman.command.Subject;
import dev.signalman.ruling.Approvals.Notify;
import dev.signalman.ruling.Judgement;
import dev.signalman.subject.SemaphoreLinks;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;

/** Renders the alert about a deploy that bypassed the rules. */
final class BypassAlertCardFactory {
    private static final String AUTOMATIC =
            "The pipeline file has auto_promote for this promotion. Remove it there, or remove the rule "
                    + "from signalman.yml.";

    private static final String SMALL =
            "Signalman can't stop promotions in Semaphore before they run. To restrict them, use roles "
                    + "and deployment targets there.";

    private static final String RUN =
            "Signalman can't stop runs in Semaphore before they start. To hold them until they are approved, use the "
                    + "gate: gate: true in the rule, and its line in the pipeline file.";

    private static final String OURS =
            "The deploy is being stopped. What it did so far is not undone. Check who changed the "
                    + "promotion in the pipeline file, or add the new file to the rule's pipeline_files in "
                    + "signalman.yml.";

    private final People people;
    private final SemaphoreLinks links;

    @Inject
    BypassAlertCardFactory(People people, SemaphoreLinks links) {
        this.people = people;
        this.links = links;
    }

    TextCard of(Bypass bypass) {
        var lines = new ArrayList<Text>();
        lines.add(headline(bypass));
        lines.add(commit(bypass));
        bypass.decision().unmet().forEach(each -> lines.add(Text.of("Not met: ").text(each.line())));
        var told = told(bypass);
        if (!told.spans().isEmpty()) {
            lines.add(told);
        }
        return new TextCard(sentence(bypass), lines, List.of(small(bypass)), actions(bypass));
    }

    private static String small(Bypass bypass) {
        return switch (bypass.way()) {
            case AUTOMATIC -> AUTOMATIC;
            case PAST -> SMALL;
            case RUN -> RUN;
            case OURS -> OURS;
        };
    }

    private Text headline(Bypass bypass) {
        if (bypass.way() == Bypass.Way.OURS) {
            return Text.empty()
                    .symbol(Symbol.WARNING)
                    .bold(bypass.promotion())
                    .plain(" of ")
                    .bold(bypass.project().name())
                    .plain(", promoted by ")
                    .bold(bypass.who())
                    .plain(", started a different file than the rules allow  ·  ")
                    .link("Open", links.pipeline(bypass.deploy()));
        }
        if (bypass.way() == Bypass.Way.RUN) {
            return Text.empty()
                    .symbol(Symbol.WARNING)
                    .bold(bypass.project().name())
                    .plain(" was deployed to ")
                    .bold(bypass.promotion())
                    .plain(" outside Signalman by ")
                    .bold(bypass.who())
                    .plain(", without a promotion: ")
                    .plain(run(bypass))
                    .plain("  ·  ")
                    .link("Open", links.pipeline(bypass.deploy()));
        }
        var text = Text.empty()
                .symbol(Symbol.WARNING)
                .bold(bypass.project().name())
                .plain(" was promoted to ")
                .bold(bypass.promotion())
                .plain(" outside Signalman ");
        text = bypass.automatic()
                ? text.plain("automatically")
                : text.plain("by ").bold(bypass.who());
        return text.plain("  ·  ").link("Open", links.pipeline(bypass.deploy()));
    }

    private static String run(Bypass bypass) {
        return (bypass.deploy().rebuildOf() == null ? "a run of " : "a rebuild of ")
                + bypass.deploy().file();
    }

    private static Text commit(Bypass bypass) {
        var parent = bypass.parent();
        var title = parent.commitTitle().isEmpty() ? "no message" : parent.commitTitle();
        return Text.of(title + "  ")
                .code(parent.shortCommit())
                .plain("  " + parent.ref().spoken());
    }

    /** Mentions the approvers, unless the rule turns that off or the promotion was automatic. */
    private Text told(Bypass bypass) {
        var text = Text.empty();
        if (bypass.automatic()) {
            return text;
        }
        var ids = bypass.policies().stream()
                .map(policy -> policy.approvals())
                .filter(each -> each.needed() > 0 && each.told() != Notify.NONE)
                .flatMap(each -> each.approvers().stream())
                .distinct()
                .toList();
        for (var id : ids) {
            text = mention(text.plain(text.spans().isEmpty() ? "" : ", "), id);
        }
        if (ids.isEmpty()) {
            return text;
        }
        return text.plain(
                bypass.way() == Bypass.Way.OURS
                        ? ": this isn't what was requested."
                        : ": this had no approval here. Was it intended?");
    }

    private Text mention(Text text, String id) {
        var name = people.nameOf(id);
        return id.startsWith("S") ? text.group(id, name) : text.mention(id, name);
    }

    private static CardActions actions(Bypass bypass) {
        var buttons = new ArrayList<Button>();
        var deploy = bypass.deploy();
        var project = bypass.project().name();
        if (!deploy.done()) {
            buttons.add(Button.of("Stop the deploy", new Stop(Subject.pipeline(deploy.id())))
                    .asking(
                            "Stop the deploy?",
                            "The pipeline that deploys " + bypass.parent().shortCommit() + " of " + project + " to "
                                    + bypass.promotion() + " is stopped. What it did so far is not undone.",
                            "Stop",
                            "Cancel"));
        }
        buttons.add(Button.of("History", new History(bypass.promotion(), project)));
        return CardActions.of(buttons);
    }

    /** The alert in plain sentences. */
    static String sentence(Bypass bypass) {
        var unmet = bypass.decision().unmet().stream().map(Judgement::spoken).toList();
        return opening(bypass)
                + (unmet.isEmpty()
                        ? ""
                        : " Not met: "
                                + String.join(
                                        " ",
                                        unmet.stream()
                                                .map(BypassAlertCardFactory::ended)
                                                .toList()));
    }

    private static String opening(Bypass bypass) {
        var project = bypass.project().name();
        return switch (bypass.way()) {
            case OURS ->
                bypass.promotion() + " of " + project + ", promoted by " + bypass.who()
                        + ", started a different file than the rules allow. It is being stopped.";
            case RUN ->
                project + " was deployed to " + bypass.promotion() + " outside Signalman by " + bypass.who()
                        + ", without a promotion: " + run(bypass) + ".";
            case AUTOMATIC -> project + " was promoted to " + bypass.promotion() + " outside Signalman automatically.";
            case PAST ->
                project + " was promoted to " + bypass.promotion() + " outside Signalman by " + bypass.who() + ".";
        };
    }

    private static String ended(String sentence) {
        return sentence.endsWith(".") ? sentence : sentence + ".";
    }
}
