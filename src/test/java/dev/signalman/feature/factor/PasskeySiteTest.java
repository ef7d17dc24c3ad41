package dev.signalman.feature.factor;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages' origin and host, as browsers write them. */
final class PasskeySiteTest {
    @ParameterizedTest
    @CsvSource({
        "https://signalman.example.com, https://signalman.example.com, signalman.example.com",
        "https://Signalman.Example.com:443/, https://signalman.example.com, signalman.example.com",
        "https://signalman.example.com:8443, https://signalman.example.com:8443, signalman.example.com",
        "http://localhost:3000, http://localhost:3000, localhost"
    })
    void itComesFromThePublicAddress(URI address, String origin, String host) {
        var site = PasskeySite.of(address).orElseThrow();
        assertThat(site.origin()).isEqualTo(origin);
        assertThat(site.host()).isEqualTo(host);
        assertThat(site.address()).endsWith("/passkey/").doesNotContain("//passkey");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.1:3000", "https://10.0.0.7", "https://[::1]:3000"})
    void browsersMakeNoPasskeysForNumbers(URI address) {
        assertThat(PasskeySite.of(address)).isEmpty();
    }

    @Test
    void withoutAnAddressThereIsNone() {
        assertThat(PasskeySite.of(null)).isEmpty();
    }
}
