package dev.signalman.harness;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Makes Awaitility poll every ten milliseconds instead of every hundred. */
public final class FastAwaitilityPolling implements BeforeAllCallback {
    private static final Duration LOOK_EVERY = Duration.ofMillis(10);

    @Override
    public void beforeAll(ExtensionContext context) {
        Awaitility.setDefaultPollDelay(Duration.ZERO);
        Awaitility.setDefaultPollInterval(LOOK_EVERY);
    }
}
