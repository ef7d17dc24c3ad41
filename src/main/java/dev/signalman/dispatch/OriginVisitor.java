package dev.signalman.dispatch;

/** One method a kind of origin, so that an origin that is not handled does not compile. */
public interface OriginVisitor<R> {
    /** It was typed. */
    R typed(Origin.Typed origin);

    /** It was written to the bot in a message. */
    R mentioned(Origin.Mentioned origin);

    /** A button was pressed. */
    R pressed(Origin.Pressed origin);

    /** A form was submitted. */
    R submitted(Origin.Submitted origin);

    /** Something happened in Slack. */
    R noticed(Origin.Noticed origin);

    /** The bot said it to itself. */
    R itself(Origin.Itself origin);
}
