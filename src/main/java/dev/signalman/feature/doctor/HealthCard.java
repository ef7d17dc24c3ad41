package dev.signalman.feature.doctor;

import dev.signalman.card.Actions;
import dev.signalman.card.Button;
import dev.signalman.card.Card;
import dev.signalman.card.Listing;
import dev.signalman.card.Symbol;
import dev.signalman.card.Text;
import dev.signalman.checkup.Finding;
import dev.signalman.checkup.Finding.State;
import dev.signalman.command.Doctor;
import java.util.Comparator;
import java.util.List;

/** What was found, the worst first. */
final class HealthCard {
    private HealthCard() {}

    static Card of(List<Finding> findings) {
        var sorted =
                findings.stream().sorted(Comparator.comparing(Finding::state)).toList();
        return new Listing(
                sentence(sorted),
                Text.of(sentence(sorted)),
                sorted.stream().map(HealthCard::row).toList(),
                "",
                Actions.of(Button.of("Look again", new Doctor())));
    }

    private static String sentence(List<Finding> sorted) {
        long wrong = count(sorted, State.WRONG);
        long worth = count(sorted, State.WORTH_A_LOOK);
        long unknown = count(sorted, State.UNKNOWN);
        var all = "I looked at " + sorted.size() + " things: ";
        if (wrong + worth + unknown == 0) {
            return all + "all is fine.";
        }
        return all + wrong + " wrong, " + worth + " worth a look, " + unknown + " unknown, " + count(sorted, State.FINE)
                + " fine.";
    }

    private static long count(List<Finding> findings, State state) {
        return findings.stream().filter(each -> each.state() == state).count();
    }

    private static Text row(Finding finding) {
        return Text.empty()
                .symbol(symbol(finding.state()))
                .plain(finding.state().word() + "  ")
                .bold(finding.what())
                .plain(": " + finding.sentences());
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
