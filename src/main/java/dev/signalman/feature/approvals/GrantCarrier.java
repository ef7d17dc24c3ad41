package dev.signalman.feature.approvals;

import dev.signalman.command.Command;
import dev.signalman.command.Grant;
import dev.signalman.command.Promote;
import dev.signalman.command.Refusal;
import dev.signalman.dispatch.Act;
import dev.signalman.dispatch.Carried;
import dev.signalman.dispatch.Carrier;
import dev.signalman.dispatch.Sighting;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import java.util.Map;
import java.util.Objects;

/**
 * Carries out what was voted on, as a promotion by whoever asked for it. A request in any other state than granted is not carried
 * out, whatever was intended.
 */
final class GrantCarrier implements Carrier<Grant> {
    private final RequestStore store;
    private final Provider<Map<Class<? extends Command>, Carrier<?>>> carriers;

    @Inject
    GrantCarrier(RequestStore store, Provider<Map<Class<? extends Command>, Carrier<?>>> carriers) {
        this.store = store;
        this.carriers = carriers;
    }

    @Override
    public Carried carry(Grant pinned, Act act) {
        var request = granted(pinned);
        return promoting().carry(request.pinned(), by(request, act));
    }

    @Override
    public Sighting lookFor(Grant pinned, Act act) {
        var request = granted(pinned);
        return promoting().lookFor(request.pinned(), by(request, act));
    }

    private Request granted(Grant pinned) {
        return store.find(pinned.request())
                .filter(request -> request.state() == State.GRANTED)
                .orElseThrow(() -> new Refusal("#" + pinned.request() + " is not granted, so it is not promoted."));
    }

    private static Act by(Request request, Act act) {
        return new Act(act.token(), request.requester(), request.shown(), act.intended(), act.rules());
    }

    @SuppressWarnings("unchecked") // HandlerBinder lets nobody bind a carrier to another type than its own
    private Carrier<Promote> promoting() {
        return (Carrier<Promote>) Objects.requireNonNull(carriers.get().get(Promote.class));
    }
}
