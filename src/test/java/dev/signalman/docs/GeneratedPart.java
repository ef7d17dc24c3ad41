package dev.signalman.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The part of a page that a test writes, between two comments. */
record GeneratedPart(Path page) {
    private static final String BEGINS = "<!-- Made by ";
    private static final String ENDS = "<!-- The end of what is made. -->";

    /** What is there now. */
    String read() throws IOException {
        var text = Files.readString(page);
        return text.substring(from(text), text.indexOf(ENDS));
    }

    void write(String part) throws IOException {
        var text = Files.readString(page);
        Files.writeString(page, text.substring(0, from(text)) + part + text.substring(text.indexOf(ENDS)));
    }

    private static int from(String text) {
        return text.indexOf('\n', text.indexOf(BEGINS)) + 1;
    }
}
