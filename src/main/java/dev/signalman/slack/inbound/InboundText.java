package dev.signalman.slack.inbound;

import dev.signalman.domain.Actor;
import org.jspecify.annotations.Nullable;

/** Foreign text on its way in. */
final class InboundText {
    private InboundText() {}

    /** The text without NUL, which PostgreSQL cannot store; empty for none. */
    static String text(@Nullable String text) {
        return text == null ? "" : text.replace('\0', '\uFFFD');
    }

    /** A person, by the first of the names that is there. */
    static Actor actor(String id, @Nullable String team, @Nullable String... names) {
        var name = first(names);
        return new Actor(id, text(name == null ? id : name), team);
    }

    /** The first text that is there. */
    static @Nullable String first(@Nullable String... texts) {
        for (var text : texts) {
            if (text != null && !text.isEmpty()) {
                return text;
            }
        }
        return null;
    }
}
