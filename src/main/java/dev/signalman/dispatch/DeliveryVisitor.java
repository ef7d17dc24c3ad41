package dev.signalman.dispatch;

/** One method per kind of delivery, so that a kind that is not handled does not compile. */
public interface DeliveryVisitor<R> {
    /** To the asker alone. */
    R toAsker(Delivery.ToAsker delivery);

    /** A new message. */
    R toPlace(Delivery.ToPlace delivery);

    /** The one card of a pipeline in a channel. */
    R pipelineAt(Delivery.PipelineAt delivery);

    /** The one card of a request in a channel. */
    R requestAt(Delivery.RequestAt delivery);

    /** The one card of a lock in a channel. */
    R lockAt(Delivery.LockAt delivery);

    /** The one message of a burst in a channel. */
    R burstAt(Delivery.BurstAt delivery);

    /** A further message about a request. */
    R requestCopy(Delivery.RequestCopy delivery);

    /** Every further message about a request on a topic. */
    R requestCopies(Delivery.RequestCopies delivery);

    /** A person's home tab. */
    R toHome(Delivery.ToHome delivery);

    /** A preview under a link. */
    R underLink(Delivery.UnderLink delivery);

    /** A message in the thread of a pipeline's card. */
    R underPipeline(Delivery.UnderPipeline delivery);

    /** Every card of a pipeline. */
    R pipelineEverywhere(Delivery.PipelineEverywhere delivery);
}
