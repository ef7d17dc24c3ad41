package dev.signalman.feature;

import dev.signalman.dispatch.RowChange;
import dev.signalman.domain.Pipeline;
import dev.signalman.port.PusherAddresses;
import java.util.Set;

/** No address of a pusher is known. */
final class NoPusherAddresses implements PusherAddresses {
    @Override
    public RowChange met(Pipeline pipeline, String email) {
        return connection -> {};
    }

    @Override
    public Set<String> loginsOf(String email) {
        return Set.of();
    }
}
