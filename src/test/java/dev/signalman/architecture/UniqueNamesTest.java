package dev.signalman.architecture;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** A search for a class name finds exactly one. */
final class UniqueNamesTest {
    @Test
    void noTwoTopLevelTypesShareASimpleName() throws IOException {
        try (var files = Files.walk(Path.of("src"))) {
            var byName = files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.endsWith("package-info.java"))
                    .collect(groupingBy(
                            file -> file.getFileName().toString(), TreeMap::new, mapping(Path::toString, toList())));
            assertThat(byName).isNotEmpty();
            assertThat(byName.values()).filteredOn(places -> places.size() > 1).isEqualTo(List.of());
        }
    }
}
