package dev.signalman.slack.inbound;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The addresses that stand anywhere in a message: in its text, and in the blocks and attachments that other apps made. */
final class MessageUrls {
    private static final ObjectReader JSON = JsonMapper.builder().build().reader();
    private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s<>|\"'`]{1,1000}");
    private static final int ENOUGH = 50;

    private MessageUrls() {}

    /**
     * In the order in which they stand there, each once.
     *
     * @param payload with a {@code message}
     */
    static List<String> inMessageOf(String payload) {
        try {
            var found = new ArrayList<String>();
            collect(JSON.readTree(payload).path("message"), found);
            return found.stream().distinct().limit(ENOUGH).toList();
        } catch (JsonProcessingException malformed) {
            return List.of(); // it was read once already, by what made the request
        }
    }

    private static void collect(JsonNode node, List<String> found) {
        if (node.isTextual()) {
            ADDRESS.matcher(node.asText())
                    .results()
                    .map(address -> address.group().replace("&amp;", "&"))
                    .forEach(found::add);
        }
        node.forEach(child -> collect(child, found));
    }
}
