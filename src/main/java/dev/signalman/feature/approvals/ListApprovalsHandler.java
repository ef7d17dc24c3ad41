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
import dev.signalman.feature.approvals.view.WaitingRequestPhrases;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Lists waiting requests and uncleared broken glasses. */
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
                "",
                actions(waiting, broken)));
    }

    private CardActions actions(List<ApprovalRequest> waiting, List<ApprovalRequest> broken) {
        if (waiting.size() + broken.size() > SIDE_BY_SIDE) {
            return new CardActions(
                    List.of(),
                    new Menu(
                            "Approve …",
                            waiting.stream().map(ListApprovalsHandler::approve).toList()));
        }
        return CardActions.of(Stream.concat(
                        waiting.stream().flatMap(request -> Stream.of(approve(request), reject(request))),
                        broken.stream().map(this::review))
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
