package dev.signalman.engine.cards;

import dev.signalman.dispatch.Delivery;
import dev.signalman.domain.Place;
import dev.signalman.engine.inbox.DerivedIds;
import dev.signalman.port.PipelineCardLocations;
import dev.signalman.storage.Database;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;

/** Finds the cards of a pipeline, so that all of them can be updated. */
public final class JdbiCardLocations implements PipelineCardLocations {
    private final Database database;

    @Inject
    JdbiCardLocations(Database database) {
        this.database = database;
    }

    /** Replaces each {@link Delivery.PipelineEverywhere} by one delivery per existing card. */
    List<Delivery> spread(List<Delivery> deliveries) {
        var spread = new ArrayList<Delivery>();
        for (var delivery : deliveries) {
            if (delivery instanceof Delivery.PipelineEverywhere everywhere) {
                channels(everywhere.pipelineId()).stream()
                        .filter(channel -> spread.stream().noneMatch(each -> isAt(each, channel, everywhere)))
                        .map(channel -> new Delivery.PipelineAt(
                                Place.channel(channel), everywhere.pipelineId(), null, everywhere.card()))
                        .forEach(spread::add);
            } else {
                spread.add(delivery);
            }
        }
        return spread;
    }

    /** Keys of further messages about a request, including refused and deleted ones. */
    List<String> copies(Delivery.RequestCopies copies) {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery("""
                        SELECT card_key
                        FROM cards
                        WHERE request = :request AND topic = :topic
                        ORDER BY seq
                        """)
                        .bind("request", copies.request())
                        .bind("topic", copies.topic())
                        .mapTo(String.class)
                        .list());
    }

    private static boolean isAt(Delivery delivery, String channel, Delivery.PipelineEverywhere everywhere) {
        return delivery instanceof Delivery.PipelineAt at
                && at.channel().equals(channel)
                && at.pipelineId().equals(everywhere.pipelineId());
    }

    @Override
    public List<String> lacking(String pipelineId, String topic) {
        return database.jdbi()
                .withHandle(handle -> channels(pipelineId).stream()
                        .filter(channel -> handle.createQuery("SELECT COUNT(*) FROM cards WHERE card_key = :key")
                                        .bind("key", DerivedIds.under(channel, pipelineId, topic))
                                        .mapTo(Integer.class)
                                        .one()
                                == 0)
                        .toList());
    }

    @Override
    public List<String> channels(String pipelineId) {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery("""
                        SELECT channel
                        FROM cards
                        WHERE pipeline_id = :id AND NOT (
                        """ + CardRow.DELETED + ") ORDER BY channel")
                        .bind("id", pipelineId)
                        .mapTo(String.class)
                        .list());
    }

    @Override
    public List<String> pipelines(Place thread) {
        if (thread.thread() == null) {
            return List.of();
        }
        var first = among(thread, "ts");
        return first.isEmpty() ? among(thread, "thread") : first;
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
