package dev.signalman.journal;

import dev.signalman.dispatch.CardThreads;
import dev.signalman.domain.Place;
import dev.signalman.storage.Database;
import jakarta.inject.Inject;
import java.util.List;

/** Finds the pipelines whose cards are in a thread. */
final class JdbiCardThreads implements CardThreads {
    private final Database database;

    @Inject
    JdbiCardThreads(Database database) {
        this.database = database;
    }

    @Override
    public List<String> pipelines(Place place) {
        if (place.thread() == null) {
            return List.of();
        }
        var first = among(place, "ts");
        return first.isEmpty() ? among(place, "thread") : first;
    }

    private List<String> among(Place place, String column) {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery("SELECT pipeline_id FROM cards WHERE channel = :channel AND "
                                + column + " = :thread AND pipeline_id IS NOT NULL ORDER BY seq")
                        .bind("channel", place.channel())
                        .bind("thread", place.thread())
                        .mapTo(String.class)
                        .list());
    }
}
