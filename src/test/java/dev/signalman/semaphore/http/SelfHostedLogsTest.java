package dev.signalman.semaphore.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.signalman.semaphore.SemaphoreException.Kind;
import feign.Request;
import feign.Response;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Allowed redirects to logs from a remote Semaphore. */
class SelfHostedLogsTest {
    private final List<String> asked = new ArrayList<>();
    private final SelfHostedLogs logs = new SelfHostedLogs(
            (request, options) -> {
                asked.add(request.url());
                return answer(request, 200, Map.of());
            },
            new Request.Options(),
            URI.create("https://acme.semaphoreci.com"));

    @ParameterizedTest
    @ValueSource(
            strings = {"http://localhost:8080/x", "http://127.0.0.1/x", "http://[::1]:9000/x", "http://LOCALHOST/"})
    void aSemaphoreElsewhereCannotSendItToThisVeryMachine(String location) {
        var failure = catchThrowableOfType(CallFailure.class, () -> logs.read(redirect(location)));

        assertThat(failure.kind()).isEqualTo(Kind.UNREADABLE);
        assertThat(asked).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://agents.example/x?jwt=a", "HTTPS://agents.example/x?jwt=a"})
    void anotherHostIsAskedOverTls(String location) {
        assertThat(logs.read(redirect(location)).status()).isEqualTo(200);

        assertThat(asked).containsExactly(location);
    }

    private static Response redirect(String location) {
        var request = Request.create(
                Request.HttpMethod.GET,
                "https://acme.semaphoreci.com/api/v1alpha/logs/j1",
                Map.of(),
                null,
                StandardCharsets.UTF_8,
                null);
        return answer(request, 302, Map.of("location", List.of(location)));
    }

    private static Response answer(Request request, int status, Map<String, Collection<String>> headers) {
        return Response.builder()
                .status(status)
                .request(request)
                .headers(headers)
                .build();
    }
}
