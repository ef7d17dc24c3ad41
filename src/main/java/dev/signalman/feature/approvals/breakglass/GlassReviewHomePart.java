package dev.signalman.feature.approvals.breakglass;

import dev.signalman.card.CardActions;
import dev.signalman.card.HomeCard;
import dev.signalman.card.Symbol;
import dev.signalman.card.Text;
import dev.signalman.feature.approvals.breakglass.GlassReviewers.Eligibility;
import dev.signalman.feature.approvals.request.ApprovalRequest;
import dev.signalman.feature.approvals.request.RequestPhrases;
import dev.signalman.feature.approvals.request.RequestStore;
import dev.signalman.feature.approvals.view.GlassReviewCards;
import dev.signalman.port.HomePart;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Objects;
import java.util.Optional;

/** Lists, on the home tab, uncleared broken glasses that the person may clear or has broken. */
public final class GlassReviewHomePart implements HomePart {
    private final RequestStore store;
    private final GlassReviewers reviewers;
    private final GlassReviewCards cards;

    @Inject
    GlassReviewHomePart(RequestStore store, GlassReviewers reviewers, GlassReviewCards cards) {
        this.store = store;
        this.reviewers = reviewers;
        this.cards = cards;
    }

    @Override
    public Shelf shelf() {
        return Shelf.REVIEWS;
    }

    @Override
    public Optional<Shown> of(String userId) {
        var entries = new ArrayList<HomeCard.Entry>();
        var unknown = new ArrayList<String>();
        for (var request : store.toBeCleared()) {
            var eligibility = reviewers.eligibility(request, userId);
            if (eligibility == Eligibility.UNKNOWN) {
                unknown.add(request.named());
            } else if (eligibility == Eligibility.COUNTS || eligibility == Eligibility.BROKE_IT) {
                entries.add(new HomeCard.Entry(cards.row(request), actions(request, userId, eligibility)));
            }
        }
        if (entries.isEmpty() && unknown.isEmpty()) {
            return Optional.empty();
        }
        var silent = unknown.isEmpty()
                ? ""
                : "Slack didn't confirm whether you can review " + RequestPhrases.list(unknown)
                        + ", so it isn't listed.";
        var title = Text.empty().symbol(Symbol.GLASS).bold("Break-glass promotions to review");
        return Optional.of(new Shown(sentence(entries.size(), silent), new HomeCard.Part(title, entries, silent)));
    }

    private CardActions actions(ApprovalRequest request, String userId, Eligibility eligibility) {
        var open = eligibility == Eligibility.COUNTS
                && !Objects.requireNonNull(request.glass()).clearedBy(userId);
        return open ? CardActions.of(cards.clear(request)) : CardActions.NONE;
    }

    private static String sentence(int entries, String silent) {
        var open = entries
                + (entries == 1 ? " break-glass promotion needs a review." : " break-glass promotions need a review.");
        return entries == 0 ? silent : open + (silent.isEmpty() ? "" : " " + silent);
    }
}
