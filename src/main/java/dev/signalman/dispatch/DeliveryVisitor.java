package dev.signalman.dispatch;

/** One method a kind of delivery, so that a delivery that is not handled does not compile. */
public interface DeliveryVisitor<R> {
    /** To whoever asked alone. */
    R toAsker(Delivery.ToAsker delivery);

    /** A new message. */
    R toPlace(Delivery.ToPlace delivery);

    /** The one card of a pipeline in a channel. */
    R pipelineAt(Delivery.PipelineAt delivery);

    /** The one card of a request in a channel. */
    R requestAt(Delivery.RequestAt delivery);

    /** The one card of a review in a channel. */
    R reviewAt(Delivery.ReviewAt delivery);

    /** The one card of a lock in a channel. */
    R lockAt(Delivery.LockAt delivery);

    /** A further message about a request. */
    R requestCopy(Delivery.RequestCopy delivery);

    /** Every further message about a request on a topic. */
    R requestCopies(Delivery.RequestCopies delivery);

    /** A home tab. */
    R toHome(Delivery.ToHome delivery);

    /** Under a link in a message. */
    R underLink(Delivery.UnderLink delivery);

    /** In the thread of a pipeline's card. */
    R underPipeline(Delivery.UnderPipeline delivery);

    /** Every card of a pipeline. */
    R pipelineEverywhere(Delivery.PipelineEverywhere delivery);
}
