package dev.signalman.card;

/** One method per kind of span, so code that forgets a kind does not compile. */
public interface TextSpanVisitor<R> {
    R plain(TextSpan.Plain span);

    R bold(TextSpan.Bold span);

    R code(TextSpan.Code span);

    R link(TextSpan.Link span);

    R emoji(TextSpan.Emoji span);

    R time(TextSpan.Time span);

    R group(TextSpan.Group span);

    R channel(TextSpan.Channel span);

    R mention(TextSpan.Mention span);
}
