package dev.signalman.feature.approvals;

import dev.signalman.card.Text;
import dev.signalman.ruling.Vote;

/** Describes a waiting request in one line. */
final class RequestLine {
    private RequestLine() {}

    static Text of(ApprovalRequest request) {
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
                        + (names.isEmpty() ? ", approved by nobody yet" : ", approved by " + RequestPhrases.list(names))
                        + "  ·  expires ")
                .time(request.expires());
    }
}
