package dev.signalman.engine.cards;

import jakarta.inject.Inject;
import java.time.InstantSource;
import org.jdbi.v3.core.Handle;

/** Updates the further messages about requests. */
public final class RequestCopyStore {
    private final InstantSource clock;

    @Inject
    RequestCopyStore(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * Updates a copy. One that Slack refused or somebody deleted stays away. Until it is posted, its channel may be a
     * person's id.
     */
    void update(Handle handle, RenderedDelivery renderedDelivery, CardChanges after) {
        renderedDelivery
                .bindTo(handle.createUpdate("""
            UPDATE cards
            SET body = :body, blocks = :blocks, plain = FALSE, gave_up = NULL, armed = TRUE,
                wanted = wanted + 1, attempts = 0, next_attempt = NULL, lane = channel,
                urgency = CASE WHEN lane IS NULL OR urgency > :urgency THEN :urgency ELSE urgency END,
                unsent_since = CASE WHEN lane IS NULL THEN :now ELSE unsent_since END
            WHERE card_key = :key AND NOT (ts IS NULL AND gave_up IS NOT NULL)
                AND (body <> :body OR blocks <> :blocks OR gave_up IS NOT NULL)
            """))
                .bind("urgency", renderedDelivery.urgency().rank())
                .bind("now", clock.instant())
                .execute();
        handle.createQuery("SELECT lane FROM cards WHERE card_key = :key AND lane IS NOT NULL")
                .bind("key", renderedDelivery.key())
                .mapTo(String.class)
                .forEach(after.channels::add);
    }
}
