package dev.signalman.webhook;

/**
 * The secret that Semaphore and the bot share to sign notifications: the variable {@code WEBHOOK_SECRET} in the
 * organization's secret that the notification names (docs/semaphore.md, "Notifications").
 *
 * @param value not blank; never printed
 */
public record WebhookSecret(String value) {
    /** Refuses a blank secret, which anybody could sign with. */
    public WebhookSecret {
        if (value.isBlank()) {
            throw new IllegalArgumentException("The webhook secret is blank");
        }
    }

    @Override
    public String toString() {
        return "WebhookSecret";
    }
}
