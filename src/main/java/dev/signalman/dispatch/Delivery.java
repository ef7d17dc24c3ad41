package dev.signalman.dispatch;

import dev.signalman.card.Card;
import dev.signalman.domain.Place;
import org.jspecify.annotations.Nullable;

/** A card and its destination. */
public sealed interface Delivery {
    /** The card to show. */
    Card card();

    /** Calls the visitor's method for this kind of delivery. */
    <R> R accept(DeliveryVisitor<R> visitor);

    /** To the asker alone. Replaces the ephemeral card that was pressed, if any. */
    record ToAsker(Card card) implements Delivery {
        @Override
        public <R> R accept(DeliveryVisitor<R> visitor) {
            return visitor.toAsker(this);
        }
    }

    /** A new message for everyone at a place. */
    record ToPlace(Place place, Card card) implements Delivery {
        @Override
        public <R> R accept(DeliveryVisitor<R> visitor) {
            return visitor.toPlace(this);
        }
    }

    /**
     * The one card of a pipeline in a channel: updated wherever it is there, else posted.
     *
     * @param place where to post it: the channel, or a thread in it
     * @param parentPipelineId post it in the thread of this pipeline's card instead, if there is one; null for none
     * @param burst post it in the thread of this burst's message instead, if there is one; null for none
     * @param unless do not post it if this holds in the transaction, after the outcome's rows are written; an existing
     *     card is updated all the same; null for no condition
     */
    record PipelineAt(
            Place place,
            String pipelineId,
            @Nullable String parentPipelineId,
            Card card,
            @Nullable String burst,
            @Nullable RowCondition unless)
            implements Delivery {
        /** Without a burst or a condition. */
        public PipelineAt(Place place, String pipelineId, @Nullable String parentPipelineId, Card card) {
            this(place, pipelineId, parentPipelineId, card, null, null);
        }

        /** A copy that is posted in the thread of a burst's message. */
        public PipelineAt inThreadOf(String message) {
            return new PipelineAt(place, pipelineId, parentPipelineId, card, message, unless);
        }

        /** A copy that is not posted if a condition holds. */
        public PipelineAt unless(RowCondition condition) {
            return new PipelineAt(place, pipelineId, parentPipelineId, card, burst, condition);
        }

        /** The channel, which has one card of the pipeline. */
        public String channel() {
            return place.channel();
        }

        @Override
        public <R> R accept(DeliveryVisitor<R> visitor) {
            return visitor.pipelineAt(this);
        }
    }

    /** The one card of an approval request in a channel: updated if it exists, else posted. */
    record RequestAt(Place place, int request, Card card) implements Delivery {
        @Override
        public <R> R accept(DeliveryVisitor<R> visitor) {
            return visitor.requestAt(this);
        }
    }

    /** The one card of a lock in a channel: updated if it exists, else posted. */
    record LockAt(Place place, String lock, Card card) implements Delivery {
        @Override
        public <R> R accept(DeliveryVisitor<R> visitor) {
            return visitor.lockAt(this);
        }
    }

    /**
     * The one message of a burst of builds in a channel: updated if it exists, else posted. If somebody deleted it, a
     * later change posts it again, since its builds have no other message.
     *
     * @param over whether it will not change any more
     */
    record BurstAt(String channel, String burst, Card card, boolean over) implements Delivery {
        @Override
        public <R> R accept(DeliveryVisitor<R> visitor) {
            return visitor.burstAt(this);
        }
    }

    /**
     * A further message about a request, in its channel or in a direct message. If Slack refuses it, it is logged and
     * dropped: nobody is told, and later changes do not post it.
     *
     * @param place its channel may be a person's id, which means their direct messages with the bot
     * @param topic the kind of message, in a word, for {@link RequestCopies}
     */
    record RequestCopy(Place place, int request, String topic, Card card) implements Delivery {
        @Override
        public <R> R accept(DeliveryVisitor<R> visitor) {
            return visitor.requestCopy(this);
        }
    }

    /** Every {@link RequestCopy} of a request on a topic: updates them, posts none. */
    record RequestCopies(int request, String topic, Card card) implements Delivery {
        @Override
        public <R> R accept(DeliveryVisitor<R> visitor) {
            return visitor.requestCopies(this);
        }
    }

    /**
     * A person's home tab; replaces its content.
     *
     * @param channel their direct messages with the bot, where presses on the tab are answered
     * @param blank whether the tab is empty in Slack; if so, it is published even if it was before
     */
    record ToHome(String userId, String channel, boolean blank, Card card) implements Delivery {
        @Override
        public <R> R accept(DeliveryVisitor<R> visitor) {
            return visitor.toHome(this);
        }
    }

    /** A preview under a link in a message, visible to all its readers; {@code link} is spelled as in the message. */
    record UnderLink(String channel, String message, String link, Card card) implements Delivery {
        @Override
        public <R> R accept(DeliveryVisitor<R> visitor) {
            return visitor.underLink(this);
        }
    }

    /**
     * A new message in the thread of a pipeline's card, or in the thread that contains the card; one for each topic.
     *
     * @param topic the subject, in a word; a second message with this topic is not posted
     */
    record UnderPipeline(String channel, String pipelineId, String topic, Card card) implements Delivery {
        @Override
        public <R> R accept(DeliveryVisitor<R> visitor) {
            return visitor.underPipeline(this);
        }
    }

    /** Every existing card of a pipeline: updates them, posts none. */
    record PipelineEverywhere(String pipelineId, Card card) implements Delivery {
        @Override
        public <R> R accept(DeliveryVisitor<R> visitor) {
            return visitor.pipelineEverywhere(this);
        }
    }
}
