package dev.signalman.feature.agenttokens;

import dev.signalman.card.TextSpan;
import dev.signalman.card.TextSpanVisitor;
import dev.signalman.domain.UtcTimeFormat;

/** A span in words for an agent: links keep their addresses, and times are in UTC. */
final class AgentSpanText implements TextSpanVisitor<String> {
    @Override
    public String plain(TextSpan.Plain span) {
        return span.text();
    }

    @Override
    public String bold(TextSpan.Bold span) {
        return span.text();
    }

    @Override
    public String code(TextSpan.Code span) {
        return span.text();
    }

    @Override
    public String link(TextSpan.Link span) {
        return span.text() + " <" + span.url() + ">";
    }

    @Override
    public String emoji(TextSpan.Emoji span) {
        return "";
    }

    @Override
    public String time(TextSpan.Time span) {
        return UtcTimeFormat.of(span.at());
    }

    @Override
    public String group(TextSpan.Group span) {
        return span.name();
    }

    @Override
    public String channel(TextSpan.Channel span) {
        return "channel " + span.channelId();
    }

    @Override
    public String mention(TextSpan.Mention span) {
        return span.name();
    }
}
