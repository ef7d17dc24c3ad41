package dev.signalman.feature.audit;

import dev.signalman.card.Button;
import dev.signalman.card.Card;
import dev.signalman.card.CardActions;
import dev.signalman.card.ListCard;
import dev.signalman.card.Text;
import dev.signalman.card.TextCard;
import dev.signalman.command.Audit;
import java.util.List;

/** Lists a channel's acts, one per line, newest first. */
final class AuditCardFactory {
    private static final int LONGEST_WORDS = 60;

    private AuditCardFactory() {}

    /** Makes the card; {@code older} says whether there are more. */
    static Card of(List<LedgerRow> rows, Audit asked, boolean older) {
        if (rows.isEmpty()) {
            return TextCard.of(
                    asked.before() == null
                            ? "No audit entries for this channel yet. Everything done or refused here will be listed."
                            : "No older audit entries for this channel.");
        }
        var sentence =
                (asked.before() == null ? "The last " : "Older ") + (rows.size() == 1 ? "audit entry" : "audit entries")
                        + " for this channel"
                        + (asked.before() == null ? ", newest first." : ".");
        var last = rows.get(rows.size() - 1).number();
        return new ListCard(
                sentence,
                Text.of(sentence),
                rows.stream().map(AuditCardFactory::row).toList(),
                "For the whole ledger, run audit export on the server. To check that it is intact, run audit "
                        + "verify.",
                older ? CardActions.of(Button.of("Older", new Audit(asked.count(), last))) : CardActions.NONE);
    }

    private static Text row(LedgerRow row) {
        var who = row.userName().isEmpty() ? row.userId() : row.userName();
        var how = row.kind().equals("result") ? "result " + row.outcome() : row.kind();
        var text = Text.of("#" + row.number() + "  ")
                .date(row.at())
                .plain("  " + (who.isEmpty() ? String.valueOf(row.account()) : who) + "  ")
                .code(row.line().isEmpty() ? row.kind() : row.line())
                .plain("  " + (row.kind().equals("act") ? row.outcome() : how));
        return row.words().isEmpty() ? text : text.plain(": " + cut(row.words()));
    }

    private static String cut(String words) {
        return words.codePointCount(0, words.length()) <= LONGEST_WORDS
                ? words
                : words.substring(0, words.offsetByCodePoints(0, LONGEST_WORDS)) + "…";
    }
}
