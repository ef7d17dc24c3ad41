package dev.signalman.semaphore.http;

import feign.Client;
import feign.Request;
import feign.Response;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Follows the API's only redirect: a self-hosted job's log, on another host, with a signature in the address. The API
 * token is not sent there. Only https is followed, unless Semaphore itself is on this machine. The address is a secret
 * and appears in no message.
 */
final class SelfHostedLogs {
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private final Client client;
    private final Request.Options options;
    private final URI semaphore;

    SelfHostedLogs(Client client, Request.Options options, URI semaphore) {
        this.client = client;
        this.options = options;
        this.semaphore = semaphore;
    }

    Response read(Response redirect) {
        var location = location(redirect);
        var request = Request.create(
                Request.HttpMethod.GET,
                location.toString(),
                Map.of("User-Agent", List.of(SemaphoreConnection.USER_AGENT)),
                null,
                StandardCharsets.UTF_8,
                null);
        try {
            return client.execute(request, options);
        } catch (IOException broken) {
            throw FeignFailureReader.broken(broken);
        }
    }

    private URI location(Response redirect) {
        var given = redirect.headers().getOrDefault("location", List.of()).stream()
                .findFirst()
                .orElse("");
        try {
            var location = URI.create(redirect.request().url()).resolve(given);
            if (!given.isEmpty() && followed(location)) {
                return location;
            }
        } catch (IllegalArgumentException noAddress) {
            throw CallFailure.unreadable("Semaphore redirects this log to an invalid address");
        }
        throw CallFailure.unreadable("Semaphore redirects this log to an address that isn't safe to follow");
    }

    private boolean followed(URI location) {
        var host = location.getHost();
        if (host == null || location.getRawUserInfo() != null) {
            return false;
        }
        return "https".equalsIgnoreCase(location.getScheme())
                || ("http".equalsIgnoreCase(location.getScheme()) && loopback(host) && loopback(semaphore.getHost()));
    }

    private static boolean loopback(String host) {
        return LOOPBACK.contains(host.toLowerCase(Locale.ROOT));
    }
}
