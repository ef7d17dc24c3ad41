package dev.signalman.semaphore;

import dev.signalman.domain.WebhookNotification;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/**
 * The notifications of an organization. Listing needs the permission {@code organization.notifications.view}, making one
 * {@code organization.notifications.manage}.
 */
public interface WebhookNotifications {
    /** Reads all pages. */
    List<WebhookNotification> list();

    /** Makes a notification in the name of the token's owner. A name that is taken is refused. */
    WebhookNotification create(NewNotification wanted);

    /**
     * A notification about every pipeline that the token's owner may see.
     *
     * @param secretName the organization's secret whose {@code WEBHOOK_SECRET} signs the body
     * @param timeout for an answer; at most 15 s
     * @param retries after a time-out; at most 5
     */
    record NewNotification(String name, URI endpoint, String secretName, Duration timeout, int retries) {}
}
