package dev.signalman.card;

/** One method a kind of span, so that a span that is not shown does not compile. */
public interface SpanVisitor<R> {
    /** Plain words. */
    R plain(Span.Plain span);

    /** Words that stand out. */
    R bold(Span.Bold span);

    /** A value of a machine. */
    R code(Span.Code span);

    /** A link. */
    R link(Span.Link span);

    /** A picture. */
    R emoji(Span.Emoji span);

    /** A moment. */
    R time(Span.Time span);

    /** A mention of a user group. */
    R group(Span.Group span);

    /** A channel. */
    R channel(Span.Channel span);

    /** A mention of a person. */
    R mention(Span.Mention span);
}
