package dev.signalman.port;

import dev.signalman.dispatch.ActResult;
import dev.signalman.domain.Actor;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Looks up the acts that hold or held a mutex, open or settled. They are kept for a week. */
@FunctionalInterface
public interface ActsByMutex {
    /** The acts of a mutex by its {@code ActMutex.name}, first intended first. */
    List<Gone> of(String section);

    /**
     * An act with a mutex.
     *
     * @param actor the person whose invocation led to it
     * @param line the pinned command
     * @param settled null while it is open
     * @param state how it ended; null while it is open
     */
    record Gone(
            String invocationId,
            Actor actor,
            String line,
            Instant intended,
            @Nullable Instant settled,
            ActResult.@Nullable State state) {}
}
