package dev.signalman.feature.promotions;

import dev.signalman.card.Button;
import dev.signalman.card.Card;
import dev.signalman.card.CardActions;
import dev.signalman.card.ListCard;
import dev.signalman.card.Symbol;
import dev.signalman.card.Text;
import dev.signalman.domain.Pipeline;
import dev.signalman.port.OutsideProtection.Protection;
import dev.signalman.ruling.Decision;
import dev.signalman.ruling.Judgement;
import dev.signalman.ruling.Policy;
import dev.signalman.ruling.Wish;
import dev.signalman.subject.TargetPromotionHistory.Denial;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Shows a decision: first what stands in the way and what to do about it, then the rules that are met. */
final class WhyCardFactory {
    private static final int LONGEST_LINE = 300;

    private WhyCardFactory() {}

    /**
     * @param deniedLast how a deployment target refused the last one; null if none did
     * @param elsewhere what becomes of it when somebody starts it outside the bot; null without a rule
     * @param next what the requester can do about it
     */
    static Card of(
            Wish wish,
            Pipeline pipeline,
            Decision decision,
            @Nullable Denial deniedLast,
            @Nullable Protection elsewhere,
            List<Button> next) {
        var rows = new ArrayList<Text>();
        decision.unmet().forEach(judgement -> rows.add(row(judgement)));
        if (deniedLast != null) {
            rows.add(denied(deniedLast));
        }
        met(decision)
                .forEach(line -> rows.add(Text.empty().symbol(Symbol.PASSED).plain(line)));
        return new ListCard(
                sentence(wish, decision),
                Text.of("Promoting ")
                        .bold(wish.project().name())
                        .plain(" to ")
                        .bold(wish.promotion())
                        .plain(" would " + would(decision) + " now. ")
                        .code(pipeline.shortCommit())
                        .plain(" on ")
                        .code(pipeline.ref().spoken()),
                rows,
                small(wish, elsewhere),
                CardActions.of(next));
    }

    private static Text denied(Denial denial) {
        var row = Text.empty().symbol(Symbol.WARNING).plain("Last time, " + denial.spoken());
        return denial.triggered() == null
                ? row.plain(".")
                : row.plain(", ").date(denial.triggered()).plain(".");
    }

    /** The rules that are met, several in a line as long as Slack shows it whole. */
    private static List<String> met(Decision decision) {
        var lines = new ArrayList<String>();
        for (var judgement : decision.judgements()) {
            if (judgement.met()) {
                var last = lines.isEmpty() ? "" : lines.remove(lines.size() - 1);
                var longer = last.isEmpty() ? judgement.spoken() : last + "  ·  " + judgement.spoken();
                if (!last.isEmpty() && longer.length() > LONGEST_LINE) {
                    lines.add(last);
                    longer = judgement.spoken();
                }
                lines.add(longer);
            }
        }
        return lines;
    }

    private static String sentence(Wish wish, Decision decision) {
        var what = wish.project().name() + (decision.granted() ? " can" : " cannot") + " be promoted to "
                + wish.promotion() + " now";
        return decision.granted()
                ? what + "."
                : what + ": " + decision.unmet().stream().map(Judgement::spoken).collect(Collectors.joining(" "));
    }

    private static String would(Decision decision) {
        if (decision.granted()) {
            return "be allowed";
        }
        return decision.mayBeAskedFor() ? "need approval" : "be refused";
    }

    private static Text row(Judgement judgement) {
        var symbol = switch (judgement.verdict()) {
            case MET -> Symbol.PASSED;
            case VOTES, FORM -> Symbol.QUEUED;
            case WAITS, REFUSED -> Symbol.FAILED;
            case UNKNOWN -> Symbol.WARNING;
        };
        return Text.empty().symbol(symbol).text(judgement.line());
    }

    private static String small(Wish wish, @Nullable Protection elsewhere) {
        return "Nothing was changed. "
                + (wish.policies().isEmpty()
                        ? "No rule in signalman.yml applies to it."
                        : "Rules: signalman.yml, "
                                + wish.policies().stream().map(Policy::place).collect(Collectors.joining(", ")) + ".")
                + (elsewhere == null ? "" : " Started outside Signalman, it is " + elsewhere.words() + ".");
    }
}
