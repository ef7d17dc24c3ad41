package dev.signalman.kill;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Sends signals, and undoes an inherited ignored SIGHUP. */
final class ProcessSignals {
    private static final Path STATUS = Path.of("/proc/self/status");
    private static final String IGNORED = "SigIgn:";

    private ProcessSignals() {}

    /** A command prefix that restores SIGHUP, for tests that run e.g. under {@code nohup}. */
    static List<String> heard() throws IOException {
        return ignored() ? List.of("env", "--default-signal=HUP") : List.of();
    }

    private static boolean ignored() throws IOException {
        if (!Files.exists(STATUS)) {
            return false; // unknown outside Linux
        }
        return Files.readAllLines(STATUS).stream()
                .filter(line -> line.startsWith(IGNORED))
                .anyMatch(line ->
                        (Long.parseUnsignedLong(line.substring(IGNORED.length()).strip(), 16) & 1) != 0);
    }

    /** Sends one, e.g. {@code HUP}. */
    static void send(String name, long pid) {
        try {
            var kill = new ProcessBuilder("kill", "-" + name, Long.toString(pid)).start();
            if (!kill.waitFor(10, TimeUnit.SECONDS) || kill.exitValue() != 0) {
                throw new IllegalStateException("No SIG" + name + " was sent");
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
