package dev.signalman.feature.deploys;

import dev.signalman.card.Button;
import dev.signalman.card.Card;
import dev.signalman.card.CardActions;
import dev.signalman.card.ListCard;
import dev.signalman.card.Menu;
import dev.signalman.card.Text;
import dev.signalman.command.History;
import dev.signalman.command.Promote;
import dev.signalman.command.Subject;
import dev.signalman.domain.Pipeline;
import dev.signalman.subject.SemaphoreLinks;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Makes the card of what is deployed where. */
final class DeploysCardFactory {
    private static final int SIDE_BY_SIDE = 3;

    private final SemaphoreLinks links;

    @Inject
    DeploysCardFactory(SemaphoreLinks links) {
        this.links = links;
    }

    Card of(String project, List<PromotionStatus> lines, String small) {
        return new ListCard(
                project + ": " + lines.stream().map(PromotionStatus::spoken).collect(Collectors.joining("; ")) + ".",
                Text.empty().bold(project),
                lines.stream().map(line -> line.row(links)).toList(),
                small,
                actions(project, lines));
    }

    private static CardActions actions(String project, List<PromotionStatus> lines) {
        var buttons = new ArrayList<Button>();
        for (var line : lines) {
            var next = line.next();
            if (next != null && buttons.size() < SIDE_BY_SIDE) {
                var button = promote(project, line.promotion(), next);
                buttons.add(buttons.isEmpty() ? button.primary() : button);
            }
        }
        if (lines.size() == 1) {
            buttons.add(Button.of("History", new History(lines.get(0).promotion(), project)));
            return CardActions.of(buttons);
        }
        List<Button> histories = lines.stream()
                .map(line -> Button.of(line.promotion(), new History(line.promotion(), project)))
                .toList();
        return new CardActions(buttons, new Menu("History of …", histories));
    }

    static Button promote(String project, String promotion, Pipeline next) {
        return Button.of(
                        "Promote to " + promotion,
                        new Promote(promotion, Subject.pipeline(next.id()), Map.of(), false, false, null))
                .asking(
                        "Promote to " + promotion + "?",
                        project + " on " + next.ref().spoken() + ", commit " + next.shortCommit() + ", deploys to "
                                + promotion + ".",
                        "Promote",
                        "Cancel");
    }
}
