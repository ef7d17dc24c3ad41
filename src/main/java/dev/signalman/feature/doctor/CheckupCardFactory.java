package dev.signalman.feature.doctor;

import dev.signalman.card.Button;
import dev.signalman.card.Card;
import dev.signalman.card.CardActions;
import dev.signalman.card.ListCard;
import dev.signalman.card.Symbol;
import dev.signalman.card.Text;
import dev.signalman.checkup.CheckResult;
import dev.signalman.checkup.CheckResult.State;
import dev.signalman.command.Doctor;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The card of check results: problems alone, worst first, or everything. */
final class CheckupCardFactory {
    private CheckupCardFactory() {}

    static Card of(List<CheckResult> checkResults, boolean all, List<Button> fixes) {
        var sorted = checkResults.stream()
                .sorted(Comparator.comparing(CheckResult::state))
                .toList();
        return new ListCard(
                sentence(sorted),
                Text.of(sentence(sorted)),
                sorted.stream()
                        .filter(each -> all || each.state() != State.FINE)
                        .map(CheckupCardFactory::row)
                        .toList(),
                "",
                actions(all || count(sorted, State.FINE) == 0, fixes));
    }

    private static CardActions actions(boolean shown, List<Button> fixes) {
        var buttons = new ArrayList<>(fixes);
        buttons.add(Button.of("Check again", new Doctor(shown)));
        if (!shown) {
            buttons.add(Button.of("Show all checks", new Doctor(true)));
        }
        return CardActions.of(buttons);
    }

    private static String sentence(List<CheckResult> sorted) {
        long wrong = count(sorted, State.WRONG);
        long worth = count(sorted, State.WORTH_A_LOOK);
        long unknown = count(sorted, State.UNKNOWN);
        if (wrong + worth + unknown == 0) {
            return sorted.size() + " checks: all OK.";
        }
        return sorted.size() + " checks: "
                + Stream.of(
                                counted(wrong, "error", "errors"),
                                counted(worth, "warning", "warnings"),
                                counted(unknown, "couldn't be checked", "couldn't be checked"),
                                count(sorted, State.FINE) + " OK")
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining(", "))
                + ".";
    }

    private static String counted(long count, String one, String many) {
        return count == 0 ? "" : count + " " + (count == 1 ? one : many);
    }

    private static long count(List<CheckResult> checkResults, State state) {
        return checkResults.stream().filter(each -> each.state() == state).count();
    }

    private static Text row(CheckResult checkResult) {
        return Text.empty()
                .symbol(symbol(checkResult.state()))
                .plain(checkResult.state().word() + "  ")
                .bold(checkResult.what())
                .plain(": " + checkResult.sentences());
    }

    private static Symbol symbol(State state) {
        return switch (state) {
            case WRONG -> Symbol.FAILED;
            case WORTH_A_LOOK -> Symbol.WARNING;
            case UNKNOWN -> Symbol.NOT_BEGUN;
            case FINE -> Symbol.PASSED;
        };
    }
}
