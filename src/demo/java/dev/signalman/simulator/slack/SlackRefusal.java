package dev.signalman.simulator.slack;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** An {@code ok:false} answer: Slack's error code, and details. */
final class SlackRefusal extends RuntimeException {
    private final String word;
    private final List<String> messages;
    private final ObjectNode more = SlackJson.object();

    SlackRefusal(String word, List<String> messages) {
        super(word + (messages.isEmpty() ? "" : " " + messages));
        this.word = word;
        this.messages = List.copyOf(messages);
    }

    SlackRefusal(String word, String... messages) {
        this(word, List.of(messages));
    }

    SlackRefusal with(String field, String value) {
        more.put(field, value);
        return this;
    }

    String word() {
        return word;
    }

    ObjectNode body() {
        var body = SlackJson.object().put("ok", false).put("error", word);
        body.setAll(more);
        if (!messages.isEmpty()) {
            var list = body.putObject("response_metadata").putArray("messages");
            messages.forEach(list::add);
        }
        return body;
    }
}
