package dev.signalman.feature.approvals;

import dev.signalman.card.Actions;
import dev.signalman.card.Answer;
import dev.signalman.card.Listing;
import dev.signalman.card.Text;
import dev.signalman.command.ListApprovals;
import dev.signalman.dispatch.Handler;
import dev.signalman.dispatch.Invocation;
import dev.signalman.dispatch.Outcome;
import dev.signalman.ruling.Vote;
import jakarta.inject.Inject;

/** Lists the requests that wait. */
final class ListApprovalsHandler implements Handler<ListApprovals> {
    private final RequestStore store;

    @Inject
    ListApprovalsHandler(RequestStore store) {
        this.store = store;
    }

    @Override
    public Outcome handle(ListApprovals command, Invocation invocation) {
        var waiting = store.open().stream()
                .filter(request -> request.state() == State.WAITING)
                .toList();
        if (waiting.isEmpty()) {
            return Outcome.answer(Answer.of("Nothing waits for approval."));
        }
        var title = waiting.size() + (waiting.size() == 1 ? " request waits" : " requests wait") + " for approval";
        return Outcome.answer(new Listing(
                title + ".",
                Text.empty().bold(title),
                waiting.stream().map(ListApprovalsHandler::row).toList(),
                "Say approve, reject or withdraw with the number.",
                Actions.NONE));
    }

    private static Text row(Request request) {
        var names =
                request.votes().stream().filter(Vote::approves).map(Vote::name).toList();
        return Text.empty()
                .bold(request.named())
                .plain("  ")
                .bold(request.cargo().project())
                .plain(" to ")
                .bold(request.pinned().promotion())
                .plain("  ")
                .code(request.cargo().shortCommit())
                .plain("  asked by " + request.requester().name()
                        + (names.isEmpty() ? ", approved by nobody yet" : ", approved by " + Words.list(names))
                        + "  ·  expires ")
                .time(request.expires());
    }
}
