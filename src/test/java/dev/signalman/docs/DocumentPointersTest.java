package dev.signalman.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Comments point only at existing sections: {@code docs/semaphore.md, "Promotions"} is a heading of that document. */
class DocumentPointersTest {
    private static final Pattern POINTER = Pattern.compile("docs/([a-z-]+\\.md)(?:, \"([^\"]+)\")?");
    private static final Pattern CONTINUED_COMMENT = Pattern.compile("\\R\\s*(?://|\\*)?\\s*");

    /** A reference to a document's section; an empty section means the whole. */
    private record Pointer(Path from, Path document, String section) {}

    @Test
    void everySectionThatACommentNamesExists() throws IOException {
        var pointers = pointers();

        assertThat(pointers).isNotEmpty();
        assertThat(pointers)
                .filteredOn(pointer -> !leadsSomewhere(pointer))
                .as("comments that point at nothing")
                .isEmpty();
    }

    private static boolean leadsSomewhere(Pointer pointer) {
        return Files.isRegularFile(pointer.document())
                && (pointer.section().isEmpty() || headings(pointer.document()).contains(pointer.section()));
    }

    private static List<Pointer> pointers() throws IOException {
        try (var files = Files.walk(Path.of("src"))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.endsWith("DocumentPointersTest.java"))
                    .flatMap(DocumentPointersTest::pointersIn)
                    .toList();
        }
    }

    private static Stream<Pointer> pointersIn(Path file) {
        var onOneLine = CONTINUED_COMMENT.matcher(read(file)).replaceAll(" ");
        return POINTER.matcher(onOneLine)
                .results()
                .map(found -> new Pointer(
                        file, Path.of("docs", found.group(1)), found.group(2) == null ? "" : found.group(2)));
    }

    private static List<String> headings(Path document) {
        return read(document)
                .lines()
                .filter(line -> line.startsWith("#"))
                .map(line -> line.replaceFirst("^#+ ", ""))
                .toList();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
