package dev.signalman.semaphore.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalman.semaphore.Credential;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SemaphoreConnectionTest {
    /** Semaphore's gateway gives up promotions after five seconds, everything else after thirty. */
    @Test
    void semaphoreIsWaitedForAsLongAsItMayTakeAndNoLonger() {
        var connection = SemaphoreConnection.to(URI.create("https://acme.semaphoreci.com"), new Credential("t"));

        assertThat(connection.connectTimeout()).isEqualTo(Duration.ofSeconds(2));
        assertThat(connection.readTimeout()).isEqualTo(Duration.ofSeconds(15));
        assertThat(connection.promotionTimeout()).isEqualTo(Duration.ofSeconds(8));
    }
}
