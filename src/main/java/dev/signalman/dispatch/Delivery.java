package dev.signalman.dispatch;

import dev.signalman.card.Card;
import dev.signalman.domain.Place;
import org.jspecify.annotations.Nullable;

/** A card on its way to where it belongs. */
public sealed interface Delivery {
    /** What is shown. */
    Card card();

    /** Calls the method of the visitor for this kind of delivery. */
    <R> R accept(DeliveryVisitor<R> visitor);

    /** To whoever asked, seen by nobody else; it replaces a card that only that person saw and pressed. */
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
     * The one card of a pipeline in a channel: brought up to date wherever it stands there, and posted when it does not yet.
     *
     * @param place where to post it: in the channel, or in the thread in which it was asked for
     * @param parentPipelineId post it in the thread of this pipeline's card instead, if there is one; null for none
     */
    record PipelineAt(
            Place place, String pipelineId, @Nullable String parentPipelineId, Card card) implements Delivery {
        /** The channel that has one card of it. */
        public String channel() {
            return place.channel();
        }

        @Override
        public <R> R accept(DeliveryVisitor<R> visitor) {
            return visitor.pipelineAt(this);
        }
    }

    /** The one card of a request in a channel: brought up to date where it stands, and posted when it does not yet. */
    record RequestAt(Place place, int request, Card card) implements Delivery {
        @Override
        public <R> R accept(DeliveryVisitor<R> visitor) {
            return visitor.requestAt(this);
        }
    }

    /** The one card about the glass that was broken on a request, likewise. */
    record ReviewAt(Place place, int request, Card card) implements Delivery {
        @Override
        public <R> R accept(DeliveryVisitor<R> visitor) {
            return visitor.reviewAt(this);
        }
    }

    /** The one card of a lock in a channel: brought up to date where it stands, and posted when it does not yet. */
    record LockAt(Place place, String lock, Card card) implements Delivery {
        @Override
        public <R> R accept(DeliveryVisitor<R> visitor) {
            return visitor.lockAt(this);
        }
    }

    /**
     * A further message about a request, in its channel or in somebody's own messages. What Slack does not take is let go with a line in the
     * log: nobody is told instead, and no change brings it back.
     *
     * @param place a person's id stands for their direct message with the bot
     * @param topic a word of what kind of message it is, for {@link RequestCopies}
     */
    record RequestCopy(Place place, int request, String topic, Card card) implements Delivery {
        @Override
        public <R> R accept(DeliveryVisitor<R> visitor) {
            return visitor.requestCopy(this);
        }
    }

    /** Every {@link RequestCopy} of a request on a topic, brought up to date; none is posted. */
    record RequestCopies(int request, String topic, Card card) implements Delivery {
        @Override
        public <R> R accept(DeliveryVisitor<R> visitor) {
            return visitor.requestCopies(this);
        }
    }

    /**
     * What somebody finds on the bot's home tab, in the place of what was there.
     *
     * @param channel their direct message with the bot, where what is pressed there is said
     * @param blank whether Slack shows nothing there yet, so that it is published even if it was before
     */
    record ToHome(String userId, String channel, boolean blank, Card card) implements Delivery {
        @Override
        public <R> R accept(DeliveryVisitor<R> visitor) {
            return visitor.toHome(this);
        }
    }

    /** Under a link in somebody's message, seen by all who see that; {@code link} is written as it is there. */
    record UnderLink(String channel, String message, String link, Card card) implements Delivery {
        @Override
        public <R> R accept(DeliveryVisitor<R> visitor) {
            return visitor.underLink(this);
        }
    }

    /**
     * A new message in the thread of a pipeline's card, or in the thread that this card stands in; for each topic there is one.
     *
     * @param topic a word of what it is about; a second message about the same is not posted
     */
    record UnderPipeline(String channel, String pipelineId, String topic, Card card) implements Delivery {
        @Override
        public <R> R accept(DeliveryVisitor<R> visitor) {
            return visitor.underPipeline(this);
        }
    }

    /** Every card of a pipeline that already stands somewhere, brought up to date; none is posted. */
    record PipelineEverywhere(String pipelineId, Card card) implements Delivery {
        @Override
        public <R> R accept(DeliveryVisitor<R> visitor) {
            return visitor.pipelineEverywhere(this);
        }
    }
}
