package dev.signalman.feature.approvals;

import dev.signalman.card.Button;
import dev.signalman.card.CardActions;
import dev.signalman.card.ListCard;
import dev.signalman.card.Menu;
import dev.signalman.card.Text;
import dev.signalman.card.TextCard;
import dev.signalman.command.ListApprovals;
import dev.signalman.dispatch.Handler;
import dev.signalman.dispatch.Invocation;
import dev.signalman.dispatch.Outcome;
import dev.signalman.feature.approvals.request.ApprovalRequest;
import dev.signalman.feature.approvals.request.RequestStore;
import dev.signalman.feature.approvals.view.GlassReviewCards;
import dev.signalman.feature.approvals.view.ScheduledRequestPhrases;
import dev.signalman.feature.approvals.view.WaitingRequestPhrases;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Lists requests that wait for votes or for their time, and uncleared broken glasses. */
final class ListApprovalsHandler implements Handler<ListApprovals> {
    private static final int SIDE_BY_SIDE = 3;

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
        var scheduled = store.scheduled();
        var broken = store.toBeCleared();
        if (waiting.isEmpty() && scheduled.isEmpty() && broken.isEmpty()) {
            return Outcome.answer(TextCard.of("No approvals are pending."));
        }
        var title = Stream.of(
                        counted(waiting.size(), " approval pending", " approvals pending"),
                        counted(scheduled.size(), " promotion scheduled", " promotions scheduled"),
                        counted(broken.size(), " break-glass promotion to review", " break-glass promotions to review"))
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining(", "));
        return Outcome.answer(new ListCard(
                title + ".",
                Text.empty().bold(title),
                Stream.of(
                                waiting.stream().map(WaitingRequestPhrases::line),
                                scheduled.stream().map(ScheduledRequestPhrases::line),
                                broken.stream().map(reviews::row))
                        .flatMap(lines -> lines)
                        .toList(),
                "",
                actions(waiting, scheduled, broken)));
    }

    private CardActions actions(
            List<ApprovalRequest> waiting, List<ApprovalRequest> scheduled, List<ApprovalRequest> broken) {
        if (waiting.size() + scheduled.size() + broken.size() > SIDE_BY_SIDE) {
            return new CardActions(
                    List.of(),
                    new Menu(
                            "Approve …",
                            waiting.stream().map(ListApprovalsHandler::approve).toList()));
        }
        return CardActions.of(Stream.of(
                        waiting.stream().flatMap(request -> Stream.of(approve(request), reject(request))),
                        scheduled.stream().map(ListApprovalsHandler::reject),
                        broken.stream().map(this::review))
                .flatMap(buttons -> buttons)
                .toList());
    }

    private static Button approve(ApprovalRequest request) {
        return named("Approve ", WaitingRequestPhrases.approve(request), request);
    }

    private static Button reject(ApprovalRequest request) {
        return named("Reject ", WaitingRequestPhrases.reject(request), request);
    }

    private Button review(ApprovalRequest request) {
        return named("Review ", reviews.clear(request), request);
    }

    private static Button named(String label, Button button, ApprovalRequest request) {
        return new Button(label + request.named(), button.command(), button.style(), button.confirm());
    }

    private static String counted(int count, String one, String many) {
        return count == 0 ? "" : count + (count == 1 ? one : many);
    }
}
