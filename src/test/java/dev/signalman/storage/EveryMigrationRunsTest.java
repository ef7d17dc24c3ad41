package dev.signalman.storage;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** A folder of migrations that no module names would be applied by {@code migrate} alone, and then no bot would start. */
final class EveryMigrationRunsTest {
    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final Path CODE = Path.of("src/main/java");

    @Test
    void aModuleNamesEachFolder() throws IOException {
        try (var folders = Files.walk(RESOURCES);
                var files = Files.walk(CODE)) {
            var modules = files.filter(file -> file.toString().endsWith("Module.java"))
                    .map(EveryMigrationRunsTest::read)
                    .collect(joining());
            assertThat(folders.filter(folder -> folder.endsWith("migrations")))
                    .isNotEmpty()
                    .allMatch(
                            folder -> modules.contains("new Migrations(\"" + RESOURCES.relativize(folder) + "\")"),
                            "a module names it");
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
