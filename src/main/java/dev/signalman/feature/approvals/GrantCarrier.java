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
 * Carries out what was voted on, as a promotion by whoever asked for it, or by whoever broke the glass for it. A request in any other state than granted is not carried
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
        return named(pinned, promoting().carry(line(request), by(request, act)));
    }

    /** What was decided on, since the number of a request tells a reader of the ledger nothing. */
    @Override
    public Command meant(Grant pinned) {
        return store.find(pinned.request()).<Command>map(GrantCarrier::line).orElse(pinned);
    }

    @Override
    public Sighting lookFor(Grant pinned, Act act) {
        var request = granted(pinned);
        var sighting = promoting().lookFor(line(request), by(request, act));
        return sighting instanceof Sighting.Happened happened
                ? new Sighting.Happened(named(pinned, happened.carried()))
                : sighting;
    }

    private static Carried named(Grant pinned, Carried carried) {
        return carried.state() == Carried.State.DONE
                ? new Carried(
                        carried.state(),
                        "#" + pinned.request() + ": " + carried.words(),
                        carried.deliveries(),
                        carried.followUps(),
                        carried.whisper())
                : carried;
    }

    private Request granted(Grant pinned) {
        return store.find(pinned.request())
                .filter(request -> request.state() == State.GRANTED)
                .orElseThrow(() -> new Refusal("#" + pinned.request()
                        + " is not granted, so it is not promoted. Look at its card, and promote again to ask anew."));
    }

    private static Promote line(Request request) {
        var glass = request.glass();
        return glass == null ? request.pinned() : request.pinned().breakingGlass(glass.because());
    }

    private static Act by(Request request, Act act) {
        var glass = request.glass();
        var who = glass == null ? request.requester() : glass.by();
        return new Act(act.token(), who, request.shown(), act.intended(), act.rules());
    }

    @SuppressWarnings("unchecked") // HandlerBinder lets nobody bind a carrier to another type than its own
    private Carrier<Promote> promoting() {
        return (Carrier<Promote>) Objects.requireNonNull(carriers.get().get(Promote.class));
    }
}
