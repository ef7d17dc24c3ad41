package dev.signalman.card;

/** One method a kind of span, so that a span that is not shown does not compile. */
public interface TextSpanVisitor<R> {
    /** Plain words. */
    R plain(TextSpan.Plain span);

    /** Words that stand out. */
    R bold(TextSpan.Bold span);

    /** A value of a machine. */
    R code(TextSpan.Code span);

    /** A link. */
    R link(TextSpan.Link span);

    /** A picture. */
    R emoji(TextSpan.Emoji span);

    /** A moment. */
    R time(TextSpan.Time span);

    /** A mention of a user group. */
    R group(TextSpan.Group span);

    /** A channel. */
    R channel(TextSpan.Channel span);

    /** A mention of a person. */
    R mention(TextSpan.Mention span);
}
