package dev.signalman.feature.promotions;

import dev.signalman.card.Card;
import dev.signalman.card.CardActions;
import dev.signalman.card.ListCard;
import dev.signalman.card.Symbol;
import dev.signalman.card.Text;
import dev.signalman.domain.Pipeline;
import dev.signalman.ruling.Decision;
import dev.signalman.ruling.Judgement;
import dev.signalman.ruling.Policy;
import dev.signalman.ruling.Wish;
import java.util.stream.Collectors;

/** Shows a decision as a list with one line per rule. */
final class WhyCard {
    private WhyCard() {}

    static Card of(Wish wish, Pipeline pipeline, Decision decision) {
        return new ListCard(
                sentence(wish, decision),
                Text.empty()
                        .bold(wish.promotion())
                        .plain(" of ")
                        .bold(wish.project().name())
                        .plain(" would " + would(decision) + " now. ")
                        .code(pipeline.shortCommit())
                        .plain(" on ")
                        .code(pipeline.ref().spoken()),
                decision.judgements().stream().map(WhyCard::row).toList(),
                small(wish),
                CardActions.NONE);
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
            return "go";
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

    private static String small(Wish wish) {
        return "Nothing was changed. "
                + (wish.policies().isEmpty()
                        ? "No rule in signalman.yml applies to it."
                        : "Rules: signalman.yml, "
                                + wish.policies().stream().map(Policy::place).collect(Collectors.joining(", ")) + ".");
    }
}
