package dev.signalman.feature;

import dev.signalman.dispatch.ActResults;
import java.util.Optional;

/** Where nothing was done yet. */
final class NoActs implements ActResults {
    @Override
    public Optional<Result> of(String invocationId) {
        return Optional.empty();
    }

    @Override
    public Optional<Kept> kept(String token) {
        return Optional.empty();
    }
}
