package dev.signalman.feature;

import dev.signalman.port.SettledActs;
import java.util.Optional;

/** No act was settled yet. */
final class NoActs implements SettledActs {
    @Override
    public Optional<Result> of(String invocationId) {
        return Optional.empty();
    }

    @Override
    public Optional<Kept> kept(String token) {
        return Optional.empty();
    }
}
