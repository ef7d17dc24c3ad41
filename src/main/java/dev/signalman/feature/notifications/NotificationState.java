package dev.signalman.feature.notifications;

import dev.signalman.domain.WebhookNotification;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How Semaphore's notification stands.
 *
 * @param ours the notification that sends to this bot; null for none
 * @param namesake another one that has the name that the bot would give; null for none
 * @param problems what is wrong with {@code ours}, as sentences; empty for nothing
 */
record NotificationState(
        @Nullable WebhookNotification ours, @Nullable WebhookNotification namesake, List<String> problems) {
    /** The name of what the bot makes: the notification, and the secret. */
    static final String NAME = "signalman";

    NotificationState {
        problems = List.copyOf(problems);
    }

    /** Whether the bot could make it. */
    boolean missing() {
        return ours == null && namesake == null;
    }
}
