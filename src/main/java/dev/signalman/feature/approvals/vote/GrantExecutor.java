package dev.signalman.feature.approvals.vote;

import dev.signalman.command.Command;
import dev.signalman.command.Grant;
import dev.signalman.command.Promote;
import dev.signalman.command.Refusal;
import dev.signalman.dispatch.Act;
import dev.signalman.dispatch.ActExecutor;
import dev.signalman.dispatch.ActResult;
import dev.signalman.dispatch.ProbeResult;
import dev.signalman.feature.approvals.request.ApprovalRequest;
import dev.signalman.feature.approvals.request.RequestState;
import dev.signalman.feature.approvals.request.RequestStore;
import jakarta.inject.Inject;

/**
 * Carries out a granted request as a promotion by its requester, or by the person who broke the glass. A request in any
 * other state than granted is refused, whatever was intended.
 */
public final class GrantExecutor implements ActExecutor<Grant> {
    private final RequestStore store;
    private final ActExecutor<Promote> promoting;

    @Inject
    GrantExecutor(RequestStore store, ActExecutor<Promote> promoting) {
        this.store = store;
        this.promoting = promoting;
    }

    @Override
    public ActResult carry(Grant pinned, Act act) {
        var request = granted(pinned);
        return named(pinned, promoting.carry(line(request), by(request, act)));
    }

    /** The promotion itself, since a request's number says nothing to a reader of the ledger. */
    @Override
    public Command meant(Grant pinned) {
        return store.find(pinned.request()).<Command>map(GrantExecutor::line).orElse(pinned);
    }

    @Override
    public ProbeResult lookFor(Grant pinned, Act act) {
        var request = granted(pinned);
        return promoting.lookFor(line(request), by(request, act)).mapped(result -> named(pinned, result));
    }

    private static ActResult named(Grant pinned, ActResult result) {
        return result.state() == ActResult.State.DONE
                ? result.in("#" + pinned.request() + ": " + result.words())
                : result;
    }

    private ApprovalRequest granted(Grant pinned) {
        return store.find(pinned.request())
                .filter(request -> request.state() == RequestState.GRANTED)
                .orElseThrow(() -> new Refusal("#" + pinned.request()
                        + " isn't approved, so it wasn't promoted. Check its card, then promote again to open a new "
                        + "request."));
    }

    private static Promote line(ApprovalRequest request) {
        var glass = request.glass();
        return glass == null ? request.pinned() : request.pinned().breakingGlass(glass.because());
    }

    private static Act by(ApprovalRequest request, Act act) {
        var glass = request.glass();
        var who = glass == null ? request.requester() : glass.by();
        return new Act(act.token(), who, request.shown(), act.intended(), act.rules());
    }
}
