package dev.signalman.benchmark;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;

/** What a bot's metrics say. */
final class MetricsScrape {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final List<String> lines;

    private MetricsScrape(List<String> lines) {
        this.lines = lines;
    }

    static MetricsScrape of(int port) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/metrics"))
                .build();
        return new MetricsScrape(CLIENT.send(request, HttpResponse.BodyHandlers.ofString())
                .body()
                .lines()
                .toList());
    }

    /** The value of a metric, with its labels as they are written; 0 when it was never counted. */
    double value(String metric) {
        return lines.stream()
                .filter(line -> line.startsWith(metric + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(metric.length() + 1)))
                .findFirst()
                .orElse(0);
    }
}
