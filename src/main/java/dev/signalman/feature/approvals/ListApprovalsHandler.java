package dev.signalman.feature.approvals;

import dev.signalman.card.CardActions;
import dev.signalman.card.ListCard;
import dev.signalman.card.Text;
import dev.signalman.card.TextCard;
import dev.signalman.command.ListApprovals;
import dev.signalman.dispatch.Handler;
import dev.signalman.dispatch.Invocation;
import dev.signalman.dispatch.Outcome;
import dev.signalman.feature.approvals.request.RequestStore;
import dev.signalman.feature.approvals.view.GlassReviewCards;
import dev.signalman.feature.approvals.view.WaitingRequestPhrases;
import jakarta.inject.Inject;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Lists waiting requests and uncleared broken glasses. */
final class ListApprovalsHandler implements Handler<ListApprovals> {
    private final RequestStore store;
    private final GlassReviewCards reviews;

    @Inject
    ListApprovalsHandler(RequestStore store, GlassReviewCards reviews) {
        this.store = store;
        this.reviews = reviews;
    }

    @Override
    public Outcome handle(ListApprovals command, Invocation invocation) {
        var waiting = store.waiting();
        var broken = store.toBeCleared();
        if (waiting.isEmpty() && broken.isEmpty()) {
            return Outcome.answer(TextCard.of("No approvals are pending."));
        }
        var title = Stream.of(
                        counted(waiting.size(), " approval pending", " approvals pending"),
                        counted(broken.size(), " break-glass promotion to review", " break-glass promotions to review"))
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining(", "));
        return Outcome.answer(new ListCard(
                title + ".",
                Text.empty().bold(title),
                Stream.concat(
                                waiting.stream().map(WaitingRequestPhrases::line),
                                broken.stream().map(reviews::row))
                        .toList(),
                "/semaphore approve, reject or withdraw takes the number"
                        + (broken.isEmpty() ? "." : ", and so does /semaphore review."),
                CardActions.NONE));
    }

    private static String counted(int count, String one, String many) {
        return count == 0 ? "" : count + (count == 1 ? one : many);
    }
}
