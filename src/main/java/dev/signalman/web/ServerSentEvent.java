package dev.signalman.web;

import java.util.stream.Collectors;

/**
 * A server-sent event.
 *
 * @param name one word
 * @param data text, perhaps of several lines
 */
public record ServerSentEvent(String name, String data) {
    /** The wire format: a line for the name, one per line of text, and an empty one. */
    String wire() {
        return "event: " + name + "\n" + data.lines().collect(Collectors.joining("\ndata: ", "data: ", "\n\n"));
    }
}
