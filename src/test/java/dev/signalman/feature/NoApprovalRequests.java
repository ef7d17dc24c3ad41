package dev.signalman.feature;

import dev.signalman.command.Grant;
import dev.signalman.command.Promote;
import dev.signalman.command.Refusal;
import dev.signalman.dispatch.Invocation;
import dev.signalman.dispatch.Outcome;
import dev.signalman.ruling.ApprovalRequests;
import dev.signalman.ruling.Decision;
import dev.signalman.ruling.Wish;
import java.util.Optional;

/** No request is open, and none can be opened. */
final class NoApprovalRequests implements ApprovalRequests {
    @Override
    public Outcome open(Wish wish, Promote pinned, Decision decision, Invocation invocation) {
        throw decision.refusal();
    }

    @Override
    public Outcome breakGlass(Wish wish, Promote pinned, Invocation invocation) {
        throw new Refusal("Nothing can be kept here.");
    }

    @Override
    public Optional<Parties> parties(Grant grant) {
        return Optional.empty();
    }

    @Override
    public Wish asAsked(Wish wish) {
        return wish;
    }

    @Override
    public Outcome hold(Wish wish, Promote pinned, Decision decision) {
        throw decision.refusal();
    }

    @Override
    public Optional<HeldRequest> held(String pipelineId) {
        return Optional.empty();
    }

    @Override
    public Outcome abandon(String pipelineId, String why) {
        return Outcome.nothing();
    }
}
