package dev.signalman.feature.notifications;

import dev.signalman.card.TextCard;
import dev.signalman.command.ConnectNotifications;
import dev.signalman.command.Refusal;
import dev.signalman.dispatch.ActMutex;
import dev.signalman.dispatch.Handler;
import dev.signalman.dispatch.Invocation;
import dev.signalman.dispatch.Outcome;
import dev.signalman.semaphore.SemaphoreException;
import jakarta.inject.Inject;
import java.util.List;

/** Requests the notification, unless one sends to this bot already. */
final class ConnectNotificationsHandler implements Handler<ConnectNotifications> {
    private static final ActMutex ONE_AT_A_TIME = new ActMutex(
            "notifications", TextCard.of("Notifications are being connected right now. Nothing was changed."));

    private final NotificationSettings settings;
    private final NotificationReader reader;

    @Inject
    ConnectNotificationsHandler(NotificationSettings settings, NotificationReader reader) {
        this.settings = settings;
        this.reader = reader;
    }

    @Override
    public Outcome handle(ConnectNotifications command, Invocation invocation) {
        settings.require();
        var state = state();
        var ours = state.ours();
        if (ours != null && state.problems().isEmpty()) {
            return Outcome.answer(TextCard.of("Semaphore notifies me already. Nothing was changed."));
        }
        if (ours != null) {
            throw new Refusal("Semaphore has a notification for me, but it needs a change. "
                    + String.join(" ", state.problems()) + " " + NotificationPhrases.repair(ours));
        }
        var namesake = state.namesake();
        if (namesake != null) {
            throw new Refusal(NotificationPhrases.taken(namesake) + " " + NotificationPhrases.TAKEN_ADVICE);
        }
        return Outcome.act(command, ONE_AT_A_TIME);
    }

    private NotificationState state() {
        try {
            return reader.read(List.of());
        } catch (SemaphoreException failed) {
            throw NotificationPhrases.told(failed);
        }
    }
}
