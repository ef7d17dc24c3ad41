package dev.signalman.harness;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;

/** A bot's {@code /metrics}. */
public final class Metrics {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private Metrics() {}

    public static List<String> of(int port) throws IOException, InterruptedException {
        var address = URI.create("http://127.0.0.1:" + port + "/metrics");
        return CLIENT.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString())
                .body()
                .lines()
                .toList();
    }

    /** The value of a metric without labels. */
    static double value(int port, String name) throws IOException, InterruptedException {
        return of(port).stream()
                .filter(line -> line.startsWith(name + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(name.length())))
                .findFirst()
                .orElseThrow();
    }
}
