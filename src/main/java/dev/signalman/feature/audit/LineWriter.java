package dev.signalman.feature.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;

/** Writes lines where no checked failure can be thrown. */
record LineWriter(Writer to) {
    void write(String line) {
        try {
            to.write(line + "\n");
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
