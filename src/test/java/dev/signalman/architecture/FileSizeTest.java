package dev.signalman.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Files stay small enough to read in one go. */
final class FileSizeTest {
    private static final int MOST_LINES = 400;

    @Test
    void noFileHasMoreThanFourHundredLines() throws IOException {
        assertThat(files(".java", ".ts", ".tsx", ".css"))
                .isNotEmpty()
                .allSatisfy(file -> assertThat(lines(file)).as(file.toString()).isLessThanOrEqualTo(MOST_LINES));
    }

    private static List<Path> files(String... endings) throws IOException {
        try (var files = Files.walk(Path.of("src"))) {
            return files.filter(file -> Stream.of(endings).anyMatch(file.toString()::endsWith))
                    .filter(file -> !file.toString().contains("node_modules"))
                    .toList();
        }
    }

    private static int lines(Path file) {
        try {
            return Files.readAllLines(file).size();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
