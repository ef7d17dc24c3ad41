package dev.signalman.harness;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** What a test waits for is looked at every ten milliseconds, from the first on; by itself Awaitility lets a tenth of a second go by. */
public final class FastAwaitilityPolling implements BeforeAllCallback {
    private static final Duration LOOK_EVERY = Duration.ofMillis(10);

    @Override
    public void beforeAll(ExtensionContext context) {
        Awaitility.setDefaultPollDelay(Duration.ZERO);
        Awaitility.setDefaultPollInterval(LOOK_EVERY);
    }
}
