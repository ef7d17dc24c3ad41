package dev.signalman.engine.cards;

import dev.signalman.card.PipelineCard;
import dev.signalman.dispatch.Delivery;
import dev.signalman.dispatch.DeliveryVisitor;
import dev.signalman.dispatch.Invocation;
import dev.signalman.dispatch.Origin;
import dev.signalman.domain.Place;
import dev.signalman.engine.inbox.DerivedIds;
import dev.signalman.engine.keys.WatchedPipelineStore;
import dev.signalman.engine.lease.InstanceId;
import dev.signalman.port.AgentAnswers;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Writes the wanted content of cards. */
public final class WantedCards {
    /** Slack takes answers for 30 minutes; one less, since an answer may wait for its turn. */
    private static final Duration URL_FRESH = Duration.ofMinutes(29);

    private final InstanceId me;
    private final WatchedPipelineStore watches;
    private final RequestCopyStore requestCopies;
    private final AgentAnswers agentAnswers;
    private final InstantSource clock;
    private final Writes writes = new Writes();

    @Inject
    WantedCards(
            InstanceId me,
            WatchedPipelineStore watches,
            RequestCopyStore requestCopies,
            AgentAnswers agentAnswers,
            InstantSource clock) {
        this.me = me;
        this.watches = watches;
        this.requestCopies = requestCopies;
        this.agentAnswers = agentAnswers;
        this.clock = clock;
    }

    /** Writes deliveries in the order in which they are shown. */
    public void write(
            Handle handle, Invocation invocation, List<RenderedDelivery> renderedDeliveries, CardChanges after) {
        for (var renderedDelivery : renderedDeliveries) {
            renderedDelivery.delivery().accept(writes).write(handle, invocation, renderedDelivery, after);
        }
    }

    private interface Write {
        void write(Handle handle, Invocation invocation, RenderedDelivery renderedDelivery, CardChanges after);
    }

    /** Chooses how each kind of delivery is written. */
    private final class Writes implements DeliveryVisitor<Write> {
        @Override
        public Write toAsker(Delivery.ToAsker to) {
            return WantedCards.this::aside;
        }

        @Override
        public Write toPlace(Delivery.ToPlace to) {
            return (handle, invocation, renderedDelivery, after) -> {
                var row = row(invocation, renderedDelivery, CardRow.Kind.MESSAGE, to.place(), null);
                insert(handle, row, to.place().channel(), renderedDelivery.readAt());
                after.channels.add(to.place().channel());
            };
        }

        @Override
        public Write pipelineAt(Delivery.PipelineAt at) {
            return (handle, invocation, renderedDelivery, after) ->
                    pipeline(handle, invocation, at, renderedDelivery, after);
        }

        @Override
        public Write requestAt(Delivery.RequestAt at) {
            return standing(at.place());
        }

        @Override
        public Write burstAt(Delivery.BurstAt at) {
            return standing(Place.channel(at.channel()));
        }

        @Override
        public Write lockAt(Delivery.LockAt at) {
            return standing(at.place());
        }

        @Override
        public Write requestCopy(Delivery.RequestCopy copy) {
            return (handle, invocation, renderedDelivery, after) ->
                    copy(handle, invocation, copy, renderedDelivery, after);
        }

        @Override
        public Write requestCopies(Delivery.RequestCopies copies) {
            return (handle, invocation, renderedDelivery, after) ->
                    requestCopies.update(handle, renderedDelivery, after);
        }

        @Override
        public Write toHome(Delivery.ToHome home) {
            return (handle, invocation, renderedDelivery, after) ->
                    home(handle, invocation, home, renderedDelivery, after);
        }

        @Override
        public Write underLink(Delivery.UnderLink under) {
            return (handle, invocation, renderedDelivery, after) ->
                    link(handle, invocation, under, renderedDelivery, after);
        }

        @Override
        public Write underPipeline(Delivery.UnderPipeline under) {
            return (handle, invocation, renderedDelivery, after) ->
                    reply(handle, invocation, under, renderedDelivery, after);
        }

        @Override
        public Write pipelineEverywhere(Delivery.PipelineEverywhere everywhere) {
            throw new IllegalStateException("Standing cards are written one by one");
        }

        private Write standing(Place place) {
            return (handle, invocation, renderedDelivery, after) ->
                    WantedCards.this.standing(handle, invocation, place, renderedDelivery, after);
        }
    }

    private void aside(Handle handle, Invocation invocation, RenderedDelivery renderedDelivery, CardChanges after) {
        if (invocation.origin() instanceof Origin.ByAgent) {
            agentAnswers
                    .answering(invocation.id(), renderedDelivery.delivery().card())
                    .write(handle);
            return;
        }
        if (invocation.actor().userId().isEmpty()) {
            return; // a hint has no sender who could be told
        }
        if (renderedDelivery.replaces() && replace(handle, invocation, renderedDelivery)) {
            after.changedAsides.add(renderedDelivery.key());
            return;
        }
        var row = row(invocation, renderedDelivery, CardRow.Kind.ASIDE, invocation.place(), null);
        if (insert(handle, row, CardRow.ASIDES, null)) {
            after.asides.add(row);
        }
    }

    /** Adds a reply that waits for its parent, so it goes into the thread; an existing one stays. */
    private void reply(
            Handle handle,
            Invocation invocation,
            Delivery.UnderPipeline under,
            RenderedDelivery renderedDelivery,
            CardChanges after) {
        var parent = DerivedIds.pipeline(under.channel(), under.pipelineId());
        var row = row(invocation, renderedDelivery, CardRow.Kind.MESSAGE, Place.channel(under.channel()), parent);
        if (insert(handle, row, under.channel(), null)) {
            after.channels.add(under.channel());
        }
    }

    private void link(
            Handle handle,
            Invocation invocation,
            Delivery.UnderLink under,
            RenderedDelivery renderedDelivery,
            CardChanges after) {
        var place = new Place(under.channel(), under.message());
        var row = row(invocation, renderedDelivery, CardRow.Kind.LINK, place, null)
                .under(under.link());
        if (insert(handle, row, CardRow.ASIDES, null)) {
            after.asides.add(row);
        }
    }

    /** Skips an unchanged home tab. One process shows it at a time, so nothing older overtakes. */
    private void home(
            Handle handle,
            Invocation invocation,
            Delivery.ToHome home,
            RenderedDelivery renderedDelivery,
            CardChanges after) {
        var row = row(invocation, renderedDelivery, CardRow.Kind.HOME, Place.channel(home.channel()), null);
        if (insert(handle, row, CardRow.ASIDES, renderedDelivery.readAt())) {
            after.asides.add(row);
            return;
        }
        var changed = renderedDelivery
                .bindTo(handle.createUpdate("""
            UPDATE cards
            SET body = :body, blocks = :blocks, channel = :channel, read_at = :readAt,
                plain = FALSE, gave_up = NULL, wanted = wanted + 1, attempts = 0, next_attempt = :now,
                lane = :lane
            WHERE card_key = :key AND read_at <= :readAt
                AND (blocks <> :blocks OR gave_up IS NOT NULL OR :blank)
            """))
                .bind("channel", home.channel())
                .bind("readAt", renderedDelivery.readAt())
                .bind("blank", home.blank())
                .bind("now", clock.instant())
                .bind("lane", CardRow.ASIDES)
                .execute();
        if (changed == 1) {
            after.changedAsides.add(renderedDelivery.key());
        }
    }

    private boolean replace(Handle handle, Invocation invocation, RenderedDelivery renderedDelivery) {
        return renderedDelivery
                        .bindTo(handle.createUpdate("""
            UPDATE cards
            SET body = :body, blocks = :blocks, plain = FALSE, armed = TRUE, gave_up = NULL,
                wanted = wanted + 1, attempts = 0, next_attempt = NULL, lane = :lane, owner = :me,
                replaces = TRUE, response_url = :url, url_until = :until
            WHERE card_key = :key AND kind = 'ASIDE'
            """))
                        .bind("lane", CardRow.ASIDES)
                        .bind("me", me.id())
                        .bind("url", invocation.responseUrl())
                        .bind("until", invocation.taken().plus(URL_FRESH))
                        .execute()
                == 1;
    }

    private void pipeline(
            Handle handle,
            Invocation invocation,
            Delivery.PipelineAt at,
            RenderedDelivery renderedDelivery,
            CardChanges after) {
        var row = row(invocation, renderedDelivery, CardRow.Kind.PIPELINE, at.place(), parentKey(at));
        var asked = !invocation.actor().userId().isEmpty();
        var heldBack = at.unless() != null && at.unless().holds(handle);
        var changed = update(handle, row, at.channel(), renderedDelivery, asked)
                || (!heldBack && insert(handle, row, at, renderedDelivery))
                || update(handle, row, at.channel(), renderedDelivery, asked);
        if (changed) {
            after.channels.add(at.channel());
        }
        if (heldBack) {
            return; // a card that exists is watched already
        }
        if (at.card() instanceof PipelineCard card) {
            watches.begin(handle, card);
        }
    }

    private static @Nullable String parentKey(Delivery.PipelineAt at) {
        if (at.burst() != null) {
            return DerivedIds.burst(at.channel(), at.burst());
        }
        return at.parentPipelineId() == null ? null : DerivedIds.pipeline(at.channel(), at.parentPipelineId());
    }

    /** Updates or adds a card that has its own key; a deleted one comes back. */
    private void standing(
            Handle handle, Invocation invocation, Place place, RenderedDelivery renderedDelivery, CardChanges after) {
        var row = row(invocation, renderedDelivery, CardRow.Kind.REQUEST, place, null);
        if (update(handle, row, place.channel(), renderedDelivery, true)
                || insert(handle, row, place.channel(), renderedDelivery.readAt())
                || update(handle, row, place.channel(), renderedDelivery, true)) {
            after.channels.add(place.channel());
        }
    }

    private void copy(
            Handle handle,
            Invocation invocation,
            Delivery.RequestCopy copy,
            RenderedDelivery renderedDelivery,
            CardChanges after) {
        var row = row(invocation, renderedDelivery, CardRow.Kind.COPY, copy.place(), null);
        if (insert(handle, row, copy.place().channel(), null)) {
            handle.createUpdate("UPDATE cards SET request = :request, topic = :topic WHERE card_key = :key")
                    .bind("request", copy.request())
                    .bind("topic", copy.topic())
                    .bind("key", row.key())
                    .execute();
            after.channels.add(copy.place().channel());
        }
    }

    private boolean insert(Handle handle, CardRow row, Delivery.PipelineAt at, RenderedDelivery renderedDelivery) {
        if (!insert(handle, row, at.channel(), renderedDelivery.readAt())) {
            return false;
        }
        handle.createUpdate("UPDATE cards SET pipeline_id = :pipeline, urgency = :urgency WHERE card_key = :key")
                .bind("pipeline", at.pipelineId())
                .bind("urgency", renderedDelivery.urgency().rank())
                .bind("key", row.key())
                .execute();
        return true;
    }

    /**
     * Older data never overwrites newer data. Buttons come back unless a press on them is still in progress. A deleted
     * card comes back only on request. Whoever asks first for a card that came by itself is told if it cannot be posted.
     */
    private boolean update(
            Handle handle, CardRow row, String channel, RenderedDelivery renderedDelivery, boolean asked) {
        return renderedDelivery
                        .bindTo(handle.createUpdate("""
            UPDATE cards
            SET body = :body, blocks = :blocks, read_at = :readAt, plain = FALSE, gave_up = NULL,
                wanted = wanted + 1, attempts = 0, next_attempt = NULL, lane = :lane,
                urgency = CASE WHEN lane IS NULL OR urgency > :urgency THEN :urgency ELSE urgency END,
                unsent_since = CASE WHEN lane IS NULL THEN :now ELSE unsent_since END,
                user_id = CASE WHEN user_id = '' THEN :userId ELSE user_id END,
                response_url = CASE WHEN user_id = '' THEN :url ELSE response_url END,
                url_until = CASE WHEN user_id = '' THEN :until ELSE url_until END,
                armed = armed OR NOT EXISTS
                    (SELECT 1 FROM inbox WHERE inbox.id = cards.pressed_by AND inbox.due_at IS NOT NULL)
            WHERE card_key = :key AND (read_at IS NULL OR CAST(:readAt AS TIMESTAMP WITH TIME ZONE) IS NULL
                    OR read_at <= :readAt)
                AND (body <> :body OR blocks <> :blocks OR NOT armed OR (:asked AND gave_up IS NOT NULL))
                AND (:asked OR NOT (%s))
            """.formatted(CardRow.DELETED)))
                        .bind("asked", asked)
                        .bind("userId", row.userId())
                        .bind("url", row.responseUrl())
                        .bind("until", row.urlUntil())
                        .bind("urgency", renderedDelivery.urgency().rank())
                        .bind("now", clock.instant())
                        .bind("lane", channel)
                        .bind("readAt", renderedDelivery.readAt())
                        .execute()
                == 1;
    }

    private CardRow row(
            Invocation invocation,
            RenderedDelivery renderedDelivery,
            CardRow.Kind kind,
            Place place,
            @Nullable String parentKey) {
        return new CardRow(
                renderedDelivery.key(),
                kind,
                place.channel(),
                place.thread(),
                parentKey,
                invocation.actor().userId(),
                invocation.responseUrl(),
                invocation.taken().plus(URL_FRESH),
                renderedDelivery.replaces(),
                renderedDelivery.drawing(),
                false,
                true,
                null,
                null,
                1,
                0,
                null,
                null,
                0,
                null);
    }

    /** Adds a card; returns false if its key exists. */
    boolean insert(Handle handle, CardRow row, String lane, @Nullable Instant readAt) {
        return handle.createUpdate("""
            INSERT INTO cards (card_key, kind, channel, thread, parent_key, user_id, response_url, url_until,
                replaces, owner, lane, link, body, blocks, read_at, plain, armed, wanted, shown, attempts, made_at)
            VALUES (:key, :kind, :channel, :thread, :parent, :userId, :url, :until,
                :replaces, :owner, :lane, :link, :body, :blocks, :readAt, FALSE, TRUE, 1, 0, 0, :now)
            ON CONFLICT DO NOTHING
            """)
                        .bind("key", row.key())
                        .bind("kind", row.kind().name())
                        .bind("channel", row.channel())
                        .bind("thread", row.thread())
                        .bind("parent", row.parentKey())
                        .bind("userId", row.userId())
                        .bind("url", row.responseUrl())
                        .bind("until", row.urlUntil())
                        .bind("replaces", row.replaces())
                        .bind("owner", lane.equals(CardRow.ASIDES) ? me.id() : null)
                        .bind("link", row.link())
                        .bind("lane", lane)
                        .bind("body", row.drawing().text())
                        .bind("blocks", row.drawing().blocks())
                        .bind("readAt", readAt)
                        .bind("now", clock.instant())
                        .execute()
                == 1;
    }
}
