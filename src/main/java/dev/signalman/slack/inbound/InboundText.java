package dev.signalman.slack.inbound;

import dev.signalman.domain.Actor;
import org.jspecify.annotations.Nullable;

/** Cleans text from Slack's payloads. */
final class InboundText {
    private InboundText() {}

    /** The text with NUL replaced, which PostgreSQL cannot store; empty for null. */
    static String text(@Nullable String text) {
        return text == null ? "" : text.replace('\0', '\uFFFD');
    }

    /** A person with the first name that is not empty, else with the id. */
    static Actor actor(String id, @Nullable String team, @Nullable String... names) {
        var name = first(names);
        return new Actor(id, text(name == null ? id : name), team);
    }

    /** The first text that is not empty; null for none. */
    static @Nullable String first(@Nullable String... texts) {
        for (var text : texts) {
            if (text != null && !text.isEmpty()) {
                return text;
            }
        }
        return null;
    }
}
