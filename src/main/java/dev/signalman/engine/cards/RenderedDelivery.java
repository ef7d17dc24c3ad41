package dev.signalman.engine.cards;

import dev.signalman.card.Card;
import dev.signalman.card.HomeCard;
import dev.signalman.card.PipelineCard;
import dev.signalman.card.RefusalCard;
import dev.signalman.chat.CardRenderer;
import dev.signalman.chat.RenderedCard;
import dev.signalman.dispatch.Delivery;
import dev.signalman.dispatch.DeliveryVisitor;
import dev.signalman.dispatch.Invocation;
import dev.signalman.engine.inbox.DerivedIds;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/**
 * A delivery, rendered before the transaction that records it.
 *
 * @param replaces whether it replaces the pressed card
 * @param readAt when its data was read; null where that does not matter
 * @param urgency how soon it has to replace what is shown
 */
public record RenderedDelivery(
        Delivery delivery,
        String key,
        RenderedCard drawing,
        boolean replaces,
        @Nullable Instant readAt,
        UpdateUrgency urgency) {
    /**
     * Renders the deliveries of a phase of an invocation. The first answer to a press on an ephemeral card replaces the
     * card, unless it is a refusal: then the card stays.
     */
    public static List<RenderedDelivery> draw(
            CardRenderer cardRenderer,
            Invocation invocation,
            String phase,
            List<Delivery> deliveries,
            JdbiCardLocations jdbiCardLocations) {
        List<RenderedDelivery> renderedDeliveries = new ArrayList<>();
        var press = invocation.origin().press();
        var pressed = press != null && press.ephemeral() ? press : null;
        for (var delivery : jdbiCardLocations.spread(deliveries)) {
            if (delivery instanceof Delivery.RequestCopies copies) {
                jdbiCardLocations
                        .copies(copies)
                        .forEach(copy -> renderedDeliveries.add(copy(cardRenderer, copies, copy)));
                continue;
            }
            var key = delivery.accept(new CardKey(DerivedIds.made(invocation.id(), phase, renderedDeliveries.size())));
            var replaces = false;
            if (pressed != null && delivery instanceof Delivery.ToAsker && !(delivery.card() instanceof RefusalCard)) {
                replaces = true;
                key = pressed.cardKey() == null ? key : pressed.cardKey();
                pressed = null;
            }
            renderedDeliveries.add(new RenderedDelivery(
                    delivery,
                    key,
                    cardRenderer.draw(delivery.card(), key),
                    replaces,
                    readAt(delivery.card()),
                    urgency(delivery)));
        }
        return renderedDeliveries;
    }

    private static RenderedDelivery copy(CardRenderer cardRenderer, Delivery.RequestCopies copies, String key) {
        return new RenderedDelivery(
                copies, key, cardRenderer.draw(copies.card(), key), false, null, UpdateUrgency.RUNNING);
    }

    /** Binds the key and the drawing to a statement. */
    <S extends SqlStatement<S>> S bindTo(S statement) {
        return statement.bind("key", key).bind("body", drawing.text()).bind("blocks", drawing.blocks());
    }

    private static UpdateUrgency urgency(Delivery delivery) {
        return delivery instanceof Delivery.BurstAt burst && !burst.over()
                ? UpdateUrgency.RUNNING
                : UpdateUrgency.of(delivery.card());
    }

    /** Marks a delivery that shows mere ageing. */
    public RenderedDelivery merelyOlder() {
        return new RenderedDelivery(delivery, key, drawing, replaces, readAt, UpdateUrgency.OLDER);
    }

    private static @Nullable Instant readAt(Card card) {
        if (card instanceof HomeCard home) {
            return home.readAt();
        }
        return card instanceof PipelineCard pipeline ? pipeline.readAt() : null;
    }

    /**
     * The key of a delivery's card.
     *
     * @param made key of a card that no other delivery is about
     */
    private record CardKey(String made) implements DeliveryVisitor<String> {
        @Override
        public String toAsker(Delivery.ToAsker to) {
            return made;
        }

        @Override
        public String toPlace(Delivery.ToPlace to) {
            return made;
        }

        @Override
        public String pipelineAt(Delivery.PipelineAt at) {
            return DerivedIds.pipeline(at.channel(), at.pipelineId());
        }

        @Override
        public String burstAt(Delivery.BurstAt at) {
            return DerivedIds.burst(at.channel(), at.burst());
        }

        @Override
        public String requestAt(Delivery.RequestAt at) {
            return DerivedIds.request(at.place().channel(), at.request());
        }

        @Override
        public String lockAt(Delivery.LockAt at) {
            return DerivedIds.lock(at.place().channel(), at.lock());
        }

        @Override
        public String requestCopy(Delivery.RequestCopy copy) {
            return made;
        }

        @Override
        public String requestCopies(Delivery.RequestCopies copies) {
            throw new IllegalStateException("Copies are drawn one by one");
        }

        @Override
        public String toHome(Delivery.ToHome home) {
            return DerivedIds.home(home.userId());
        }

        @Override
        public String underLink(Delivery.UnderLink under) {
            return made;
        }

        @Override
        public String underPipeline(Delivery.UnderPipeline under) {
            return DerivedIds.under(under.channel(), under.pipelineId(), under.topic());
        }

        @Override
        public String pipelineEverywhere(Delivery.PipelineEverywhere everywhere) {
            throw new IllegalStateException("Standing cards are drawn one by one");
        }
    }
}
