package dev.signalman.dispatch;

/** One method per kind of origin, so that a kind that is not handled does not compile. */
public interface OriginVisitor<R> {
    /** It was typed. */
    R typed(Origin.Typed origin);

    /** It was written in a message to the bot. */
    R mentioned(Origin.Mentioned origin);

    /** A button was pressed. */
    R pressed(Origin.Pressed origin);

    /** A form was submitted. */
    R submitted(Origin.Submitted origin);

    /** A program gave it with a person's token. */
    R byAgent(Origin.ByAgent origin);

    /** Slack reported an event. */
    R noticed(Origin.Noticed origin);

    /** The bot gave it to itself. */
    R itself(Origin.Itself origin);
}
