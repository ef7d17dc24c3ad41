package dev.signalman.feature.approvals;

import dev.signalman.command.Reject;
import dev.signalman.dispatch.Handler;
import dev.signalman.dispatch.Invocation;
import dev.signalman.dispatch.OpenHomeTabs;
import dev.signalman.dispatch.Outcome;
import jakarta.inject.Inject;

/** Takes a vote against a request, which ends it. */
final class RejectHandler implements Handler<Reject> {
    private final VoteProcessor voteProcessor;
    private final OpenHomeTabs homes;

    @Inject
    RejectHandler(VoteProcessor voteProcessor, OpenHomeTabs homes) {
        this.voteProcessor = voteProcessor;
        this.homes = homes;
    }

    @Override
    public Outcome handle(Reject command, Invocation invocation) {
        return homes.redrawing(voteProcessor.reject(command.request(), command.because(), invocation), invocation);
    }
}
