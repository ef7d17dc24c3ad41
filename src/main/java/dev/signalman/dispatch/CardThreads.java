package dev.signalman.dispatch;

import dev.signalman.domain.Place;
import java.util.List;

/** What a thread is about: the pipelines whose cards were posted there. */
public interface CardThreads {
    /**
     * The pipeline whose card began the thread; where something else began it, all whose cards stand in it.
     *
     * @return ids; none outside threads
     */
    List<String> pipelines(Place place);
}
