package dev.signalman.feature.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;

/** Writes lines without checked exceptions. */
record LineWriter(Writer to) {
    void write(String line) {
        try {
            to.write(line + "\n");
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
