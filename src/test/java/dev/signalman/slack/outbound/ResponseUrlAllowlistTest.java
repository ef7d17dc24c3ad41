package dev.signalman.slack.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ResponseUrlAllowlistTest {
    private final ResponseUrlAllowlist urls = new ResponseUrlAllowlist(URI.create("http://127.0.0.1:4567/api/"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://hooks.slack.com/actions/T1/2/x",
                "https://HOOKS.SLACK.COM:443/commands/T1",
                "https://slack.com/x",
                "http://127.0.0.1:4567/response/7"
            })
    void slacksOwnAreTrusted(String url) {
        assertThat(urls.trusts(url)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://hooks.slack.com/x",
                "https://hooks.slack.com:8443/x",
                "https://evilslack.com/x",
                "https://slack.com.evil.example/x",
                "https://slack.com@evil.example/x",
                "https://evil.example#.slack.com",
                "https://evil.example\\.slack.com/x",
                "https://evil.example/?.slack.com",
                "https://me:pw@hooks.slack.com/x",
                "https://hooks.slack.com./x",
                "https:/hooks.slack.com/x",
                "https:hooks.slack.com",
                "//hooks.slack.com/x",
                "file://hooks.slack.com/x",
                "http://127.0.0.1:4568/response/7",
                "https://127.0.0.1:4567/response/7",
                "http://localhost:4567/response/7",
                "http://[::1]:4567/x",
                "",
                " https://hooks.slack.com/x",
                "https://hooks.slack.com/x\ny"
            })
    void allOthersAreNot(String url) {
        assertThat(urls.trusts(url)).isFalse();
    }

    @Test
    void anEndlessAddressIsNot() {
        assertThat(urls.trusts("https://hooks.slack.com/" + "x".repeat(3_000))).isFalse();
    }
}
