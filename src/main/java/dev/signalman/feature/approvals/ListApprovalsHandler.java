package dev.signalman.feature.approvals;

import dev.signalman.card.Actions;
import dev.signalman.card.Answer;
import dev.signalman.card.Listing;
import dev.signalman.card.Text;
import dev.signalman.command.ListApprovals;
import dev.signalman.dispatch.Handler;
import dev.signalman.dispatch.Invocation;
import dev.signalman.dispatch.Outcome;
import jakarta.inject.Inject;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Lists the requests that wait, and the broken glasses that are not cleared. */
final class ListApprovalsHandler implements Handler<ListApprovals> {
    private final RequestStore store;
    private final ReviewCards reviews;

    @Inject
    ListApprovalsHandler(RequestStore store, ReviewCards reviews) {
        this.store = store;
        this.reviews = reviews;
    }

    @Override
    public Outcome handle(ListApprovals command, Invocation invocation) {
        var waiting = store.waiting();
        var broken = store.toBeCleared();
        if (waiting.isEmpty() && broken.isEmpty()) {
            return Outcome.answer(Answer.of("Nothing waits for approval."));
        }
        var title = Stream.of(
                        counted(waiting.size(), " request waits for approval", " requests wait for approval"),
                        counted(broken.size(), " broken glass is to be cleared", " broken glasses are to be cleared"))
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining(", "));
        return Outcome.answer(new Listing(
                title + ".",
                Text.empty().bold(title),
                Stream.concat(
                                waiting.stream().map(RequestLine::of),
                                broken.stream().map(reviews::row))
                        .toList(),
                "Say approve, reject or withdraw with the number" + (broken.isEmpty() ? "." : ", or clear."),
                Actions.NONE));
    }

    private static String counted(int count, String one, String many) {
        return count == 0 ? "" : count + (count == 1 ? one : many);
    }
}
