package dev.signalman.feature.notifications;

import dev.signalman.card.Button;
import dev.signalman.command.ConnectNotifications;
import dev.signalman.command.QuotedText;
import dev.signalman.command.Refusal;
import dev.signalman.domain.WebhookNotification;
import dev.signalman.semaphore.SemaphoreException;
import dev.signalman.semaphore.SemaphoreException.Kind;
import java.net.URI;
import java.util.Objects;

/** Phrases about notifications, and the button that sets them up. */
final class NotificationPhrases {
    static final String CONNECT = "Connect notifications";

    private NotificationPhrases() {}

    /** The button, which says what it makes. */
    static Button connect() {
        return Button.of(CONNECT, new ConnectNotifications())
                .asking(
                        "Connect notifications?",
                        "I create a notification and a secret in your Semaphore organization, both named "
                                + NotificationState.NAME + ", so that Semaphore tells me when a build ends.",
                        "Connect",
                        "Cancel");
    }

    /** That a notification of the bot's name sends elsewhere. Shows the host alone: an address may hold a secret. */
    static String taken(WebhookNotification namesake) {
        var host = namesake.rules().stream()
                .map(WebhookNotification.Rule::webhook)
                .filter(Objects::nonNull)
                .map(webhook -> host(webhook.endpoint()))
                .filter(each -> !each.isEmpty())
                .findFirst();
        return "Semaphore has a notification named " + NotificationState.NAME
                + host.map(each -> ", but it sends to " + each + ", not to me.").orElse(", but it doesn't send to me.");
    }

    /** What to do about it. */
    static final String TAKEN_ADVICE =
            "If another Signalman uses it, make one for this bot by hand. Otherwise delete it in Semaphore, under "
                    + "Settings, Notifications, then use /semaphore notifications connect.";

    /** What to do about a notification with problems. */
    static String repair(WebhookNotification ours) {
        return "Change the notification " + QuotedText.of(ours.name())
                + " in Semaphore, under Settings, Notifications; or delete it there and use /semaphore notifications "
                + "connect.";
    }

    /** The failure, or a refusal that names the permission that the bot's account lacks. */
    static RuntimeException told(SemaphoreException failed) {
        return failed.kind() == Kind.NOT_PERMITTED ? new Refusal(unlisted(failed)) : failed;
    }

    static String unlisted(SemaphoreException failed) {
        return "Semaphore doesn't let the bot's account see notifications (" + failed.words() + "). "
                + permission("organization.notifications.view");
    }

    /** How the bot's account gets a permission. */
    static String permission(String permission) {
        return "A Semaphore admin can give that account a role with " + permission
                + " in the organization; Member has it. It can take five minutes to work.";
    }

    private static String host(String endpoint) {
        try {
            return Objects.requireNonNullElse(URI.create(endpoint).getHost(), "");
        } catch (IllegalArgumentException malformed) {
            return "";
        }
    }
}
