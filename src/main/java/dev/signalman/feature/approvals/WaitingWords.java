package dev.signalman.feature.approvals;

import dev.signalman.card.Actions;
import dev.signalman.card.Button;
import dev.signalman.card.Symbol;
import dev.signalman.card.Text;
import dev.signalman.command.Approve;
import dev.signalman.command.BreakGlass;
import dev.signalman.command.Reject;
import dev.signalman.command.Withdraw;
import dev.signalman.ruling.Approvals.Notify;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What is said of a request that waits. */
final class WaitingWords {
    /** More would be cut off, and with it when the request expires. */
    private static final int LETTERS_OF_NAMES = 80;

    private WaitingWords() {}

    static String sentence(Request request, List<Tally> tallies, Electorate electorate) {
        var who = tallies.stream()
                .flatMap(tally -> tally.missing().stream())
                .distinct()
                .map(electorate::name)
                .toList();
        return request.requester().name() + " asks to promote "
                + request.cargo().project() + ", commit "
                + request.cargo().shortCommit() + ", to "
                + request.pinned().promotion() + ": " + counts(tallies)
                + (who.isEmpty() ? "" : ", waiting for " + Words.list(who)) + ".";
    }

    /** How many have agreed, of how many that are needed, under each policy. */
    static String counts(List<Tally> tallies) {
        return tallies.stream()
                .map(tally -> tally.approved().size() + " of " + Words.approvals(tally.needed()))
                .collect(Collectors.joining(" and "));
    }

    static List<Text> standing(Request request, List<Tally> tallies, Electorate electorate) {
        var lines = new ArrayList<Text>();
        for (var tally : tallies) {
            var line = Text.empty().bold(tally.approved().size() + " of " + Words.approvals(tally.needed()));
            if (!tally.names().isEmpty()) {
                line = line.plain("  ").symbol(Symbol.PASSED).plain(Words.list(tally.names()));
            }
            var pushers = electorate.pushers(tally.policy());
            lines.add(line.plain("  ·  still to come from ")
                    .text(missing(tally, electorate))
                    .plain(pushers.isEmpty() ? "" : ", but not " + Words.list(pushers) + ", who pushed what ships")
                    .plain("  ·  expires ")
                    .time(request.expires()));
        }
        return lines;
    }

    private static Text missing(Tally tally, Electorate electorate) {
        var told = tally.policy().approvals().told() == Notify.MENTION;
        var text = Text.empty();
        int named = 0;
        int letters = 0;
        for (var id : tally.missing()) {
            var name = electorate.name(id);
            letters += name.length();
            if (named > 0 && letters > LETTERS_OF_NAMES) {
                return text.plain(" and " + (tally.missing().size() - named) + " more");
            }
            named++;
            text = text.spans().isEmpty() ? text : text.plain(", ");
            if (!told) {
                text = text.bold(name);
            } else {
                text = id.startsWith("S") ? text.group(id, name) : text.mention(id, name);
            }
        }
        return text;
    }

    static Actions actions(Request request, boolean breakable) {
        var buttons = new ArrayList<>(List.of(approve(request).primary(), reject(request), withdraw(request)));
        if (breakable) {
            buttons.add(Button.of("Break glass", new BreakGlass(request.number(), null))
                    .danger());
        }
        return Actions.of(buttons);
    }

    static Button approve(Request request) {
        var given =
                request.pinned().assignments().stream().map(each -> ", " + each).collect(Collectors.joining());
        return Button.of("Approve", new Approve(request.number(), null))
                .asking(
                        "Approve " + request.named() + "?",
                        request.cargo().project() + ", " + request.cargo().shortCommit() + given + " goes to "
                                + request.pinned().promotion() + " as soon as enough have agreed.",
                        "Approve",
                        "Keep it");
    }

    static Button reject(Request request) {
        return Button.of("Reject", new Reject(request.number(), null));
    }

    static Button withdraw(Request request) {
        return Button.of("Withdraw", new Withdraw(request.number(), null));
    }
}
