package dev.signalman.feature.notifications;

import dev.signalman.command.Refusal;
import java.net.URI;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the configuration says about notifications.
 *
 * @param publicUrl the bot's own address; null if it is not set
 * @param secret signs the notifications; null if it is not set; never printed
 * @param semaphore the organization's address
 */
public record NotificationSettings(
        @Nullable URI publicUrl, @Nullable String secret, URI semaphore) {
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    /** Whether a notification can be set up. */
    boolean ready() {
        return secret != null && publicUrl != null && reachable(publicUrl);
    }

    /** Refuses with what the configuration lacks for a notification. */
    void require() {
        if (secret == null) {
            throw new Refusal(
                    "Notifications need a secret. Ask your Signalman admin to set SEMAPHORE_WEBHOOK_SECRET and "
                            + "restart Signalman.");
        }
        if (publicUrl == null) {
            throw new Refusal("I don't know the address at which Semaphore reaches me. Ask your Signalman admin to set "
                    + "PUBLIC_URL, for example https://signalman.example.com, and restart Signalman.");
        }
        if (!reachable(publicUrl)) {
            throw new Refusal(
                    "PUBLIC_URL is an address of Signalman's own machine, which Semaphore can't reach. Ask your "
                            + "Signalman admin to set it to the public address.");
        }
    }

    /** Where Semaphore sends to; {@link #ready} says whether there is one. */
    URI endpoint() {
        return URI.create(String.valueOf(publicUrl).replaceFirst("/+$", "") + "/semaphore/webhook");
    }

    private boolean reachable(URI address) {
        return !loopback(address) || loopback(semaphore);
    }

    private static boolean loopback(URI address) {
        return LOOPBACK.contains(String.valueOf(address.getHost()).toLowerCase(Locale.ROOT));
    }

    /** Omits the secret. */
    @Override
    public String toString() {
        return "NotificationSettings[" + publicUrl + "]";
    }
}
