package dev.signalman.port;

import dev.signalman.dispatch.ActResult;
import dev.signalman.domain.Actor;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The acts that had a section to themselves, be they through or still open. They are known for a week. */
@FunctionalInterface
public interface ActsByMutex {
    /** Those of a section, by {@code ActMutex.name}, the first intended first. */
    List<Gone> of(String section);

    /**
     * An act that was intended in a section.
     *
     * @param actor whose invocation it came of
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
