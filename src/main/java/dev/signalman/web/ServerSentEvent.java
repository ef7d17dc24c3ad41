package dev.signalman.web;

import java.util.stream.Collectors;

/**
 * One server-sent event.
 *
 * @param name what it is called, a word
 * @param data its text; may have several lines
 */
public record ServerSentEvent(String name, String data) {
    /** As the wire wants it: a line for the name, one for each line of the text, and an empty one. */
    String wire() {
        return "event: " + name + "\n" + data.lines().collect(Collectors.joining("\ndata: ", "data: ", "\n\n"));
    }
}
