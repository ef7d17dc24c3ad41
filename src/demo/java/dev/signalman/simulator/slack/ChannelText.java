package dev.signalman.simulator.slack;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** Renders a channel as one person sees it: author, time, text, and threads under their first message. */
final class ChannelText {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm").withZone(ZoneOffset.UTC);

    private final SimulatedWorkspace workspace;

    ChannelText(SimulatedWorkspace workspace) {
        this.workspace = workspace;
    }

    String of(Conversation place, List<PostedMessage> visible) {
        var text = new StringBuilder("#").append(place.name()).append('\n');
        for (var message : visible) {
            if (message.threadTs() == null) {
                draw(message, "", text);
                visible.stream()
                        .filter(reply -> message.ts().equals(reply.threadTs()))
                        .forEach(reply -> draw(reply, "    ", text));
            }
        }
        return text.toString();
    }

    private void draw(PostedMessage message, String indent, StringBuilder text) {
        var seconds = Long.parseLong(message.ts().substring(0, message.ts().indexOf('.')));
        text.append(indent)
                .append(name(message.author()))
                .append("  ")
                .append(TIME.format(Instant.ofEpochSecond(seconds)));
        if (message.ephemeralFor() != null) {
            text.append("  (only ").append(name(message.ephemeralFor())).append(" sees this)");
        }
        text.append('\n');
        of(message)
                .lines()
                .forEach(line -> text.append(indent).append("  ").append(line).append('\n'));
    }

    /** One message without author and time. */
    String of(PostedMessage message) {
        return named(message.drawn());
    }

    private String name(String id) {
        var person = workspace.person(id);
        return person == null ? id : person.realName();
    }

    /** Replaces ids in mentions by names. */
    private String named(String drawn) {
        var named = drawn;
        for (var person : workspace.people()) {
            named = named.replace("@" + person.id(), "@" + person.realName());
        }
        for (var group : workspace.groups()) {
            named = named.replace("@" + group.id(), "@" + group.handle());
        }
        return named;
    }
}
