package dev.signalman.feature.approvals;

import dev.signalman.card.Actions;
import dev.signalman.card.Button;
import dev.signalman.card.Symbol;
import dev.signalman.card.Text;
import dev.signalman.command.Approve;
import dev.signalman.command.Reject;
import dev.signalman.command.Withdraw;
import dev.signalman.ruling.Approvals.Notify;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What is said of a request that waits. */
final class WaitingWords {
    private WaitingWords() {}

    static String sentence(Request request, List<Tally> tallies, Electorate electorate) {
        var who = tallies.stream()
                .flatMap(tally -> tally.missing().stream())
                .distinct()
                .map(electorate::name)
                .toList();
        var counts = tallies.stream()
                .map(tally -> tally.approved().size() + " of " + Words.approvals(tally.needed()))
                .collect(Collectors.joining(" and "));
        return request.requester().name() + " asks to promote "
                + request.cargo().project() + ", commit "
                + request.cargo().shortCommit() + ", to "
                + request.pinned().promotion() + ": " + counts
                + (who.isEmpty() ? "" : ", waiting for " + Words.list(who)) + ".";
    }

    static List<Text> standing(Request request, List<Tally> tallies, Electorate electorate) {
        var lines = new ArrayList<Text>();
        for (var tally : tallies) {
            var line = Text.empty().bold(tally.approved().size() + " of " + Words.approvals(tally.needed()));
            if (!tally.names().isEmpty()) {
                line = line.plain("  ").symbol(Symbol.PASSED).plain(Words.list(tally.names()));
            }
            lines.add(line.plain("  ·  still to come from ")
                    .text(missing(tally, electorate))
                    .plain("  ·  expires ")
                    .time(request.expires()));
        }
        return lines;
    }

    private static Text missing(Tally tally, Electorate electorate) {
        var told = tally.policy().approvals().told() == Notify.MENTION;
        var text = Text.empty();
        for (var id : tally.missing()) {
            text = text.spans().isEmpty() ? text : text.plain(", ");
            var name = electorate.name(id);
            if (!told) {
                text = text.bold(name);
            } else {
                text = id.startsWith("S") ? text.group(id, name) : text.mention(id, name);
            }
        }
        return text;
    }

    static Actions actions(Request request) {
        int n = request.number();
        var given = request.pinned().parameters().entrySet().stream()
                .map(each -> ", " + each.getKey() + "=" + each.getValue())
                .collect(Collectors.joining());
        var approve = Button.of("Approve", new Approve(n, null))
                .primary()
                .asking(
                        "Approve " + request.named() + "?",
                        request.cargo().project() + ", " + request.cargo().shortCommit() + given + " goes to "
                                + request.pinned().promotion() + " as soon as enough have agreed.",
                        "Approve",
                        "Keep it");
        return Actions.of(
                approve, Button.of("Reject", new Reject(n, null)), Button.of("Withdraw", new Withdraw(n, null)));
    }
}
