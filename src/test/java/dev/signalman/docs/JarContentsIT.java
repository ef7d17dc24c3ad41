package dev.signalman.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import java.util.stream.StreamSupport;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

/** SECURITY.md's claim about the jar: a scanner can name its contents. */
final class JarContentsIT {
    private static final String JAR = System.getProperty("signalman.jar", "target/signalman.jar");

    /** Parts of jdbi3-core and of nimbus-jose-jwt, under other names. */
    private static final Set<String> WITHIN_OTHERS =
            Set.of("org.antlr:antlr4-runtime", "com.github.stephenc.jcip:jcip-annotations");

    @Test
    void theListOfLibrariesNamesWhatIsInTheJar() throws IOException {
        try (var jar = new ZipFile(JAR)) {
            var listed = StreamSupport.stream(
                            new ObjectMapper()
                                    .readTree(read(jar, "META-INF/sbom/signalman.cdx.json"))
                                    .path("components")
                                    .spliterator(),
                            false)
                    .map(JarContentsIT::coordinates)
                    .toList();
            var inside = jar.stream()
                    .map(entry -> entry.getName().split("/"))
                    .filter(path -> path.length == 5
                            && path[1].equals("maven")
                            && path[4].equals("pom.properties")
                            && !path[3].equals("signalman"))
                    .map(path -> path[2] + ":" + path[3])
                    .filter(library -> !WITHIN_OTHERS.contains(library))
                    .toList();
            assertThat(inside).hasSizeGreaterThan(40);
            assertThat(listed).containsAll(inside).contains("com.h2database:h2", "org.postgresql:postgresql");
            assertThat(listed).noneMatch(each -> each.contains("junit") || each.contains("assertj"));
        }
    }

    @Test
    void licencesAndNoticesOfAllAreKept() throws IOException {
        try (var jar = new ZipFile(JAR)) {
            assertThat(read(jar, "META-INF/LICENSE")).contains("Apache License");
            assertThat(read(jar, "META-INF/LICENSE.txt")).isNotBlank();
            assertThat(read(jar, "META-INF/NOTICE")).contains("Signalman", "Jackson");
        }
    }

    @Test
    void theListOfMigrationsNamesThoseInTheJar() throws IOException {
        try (var jar = new ZipFile(JAR)) {
            assertThat(read(jar, "dev/signalman/storage/migrations.list").lines())
                    .hasSizeGreaterThan(50)
                    .containsExactlyInAnyOrderElementsOf(jar.stream()
                            .map(ZipEntry::getName)
                            .filter(name -> name.matches("dev/signalman/.*\\.sql"))
                            .toList());
        }
    }

    private static String coordinates(JsonNode component) {
        return component.path("group").asText() + ":" + component.path("name").asText();
    }

    private static String read(ZipFile jar, String name) throws IOException {
        var entry = Objects.requireNonNull(jar.getEntry(name), name);
        try (var stream = jar.getInputStream(entry)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
