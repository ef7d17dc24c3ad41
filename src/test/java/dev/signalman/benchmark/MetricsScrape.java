package dev.signalman.benchmark;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;

/** A scrape of a bot's metrics. */
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

    /** The value of a metric with labels as written; 0 when absent. */
    double value(String metric) {
        return lines.stream()
                .filter(line -> line.startsWith(metric + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(metric.length() + 1)))
                .findFirst()
                .orElse(0);
    }
}
