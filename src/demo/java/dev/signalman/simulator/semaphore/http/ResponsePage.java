package dev.signalman.simulator.semaphore.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signalman.web.Reply;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * One page of a list. Beyond the end the last page repeats, so a client that waits for an empty page never ends:
 * docs/semaphore.md.
 */
record ResponsePage<T>(List<T> items, int number, int size, int total) {
    static <T> ResponsePage<T> of(List<T> all, int number, int size) {
        int last = Math.max(1, (all.size() + size - 1) / size);
        int clamped = Math.min(Math.max(1, number), last);
        int from = (clamped - 1) * size;
        var items = List.copyOf(all.subList(Math.min(from, all.size()), Math.min(from + size, all.size())));
        return new ResponsePage<>(items, clamped, size, all.size());
    }

    /** A page by {@code page} and {@code page_size}; invalid values mean the default. */
    static <T> ResponsePage<T> lenient(AuthenticatedCall call, List<T> all) {
        int size = positive(call.parameters().text("page_size"), 30);
        return of(all, positive(call.parameters().text("page"), 1), size);
    }

    private static int positive(String text, int otherwise) {
        return text.matches("[0-9]{1,6}") && Integer.parseInt(text) > 0 ? Integer.parseInt(text) : otherwise;
    }

    int pages() {
        return Math.max(1, (total + size - 1) / size);
    }

    /** An array with the headers of paging. */
    Reply reply(AuthenticatedCall call, Function<T, JsonNode> wire) {
        return SemaphoreResponses.value(200, items.stream().map(wire).toList())
                .with("link", link(call))
                .with("page-number", Integer.toString(number))
                .with("per-page", Integer.toString(size))
                .with("total", Integer.toString(total))
                .with("total-pages", Integer.toString(pages()));
    }

    private String link(AuthenticatedCall call) {
        var links = new ArrayList<String>();
        if (number < pages()) {
            links.add(link(call, number + 1, "next"));
        }
        if (number > 1) {
            links.add(link(call, number - 1, "prev"));
        }
        links.add(link(call, 1, "first"));
        links.add(link(call, pages(), "last"));
        return String.join(", ", links);
    }

    /** The scheme is always http, and the keys are sorted. */
    private static String link(AuthenticatedCall call, int page, String relation) {
        var query = new TreeMap<String, List<String>>(call.http().queryParameters());
        query.put("page", List.of(Integer.toString(page)));
        var pairs = query.entrySet().stream().map(ResponsePage::pair).toList();
        return "<http://" + call.host() + call.http().path() + "?" + String.join("&", pairs) + ">; rel=\"" + relation
                + "\"";
    }

    private static String pair(Map.Entry<String, List<String>> parameter) {
        var values = parameter.getValue();
        return encoded(parameter.getKey()) + "=" + encoded(values.get(values.size() - 1));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
