package dev.signalman.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Pages lead only to what exists, and can be found. */
final class PageLinksTest {
    private record Link(MarkdownPage page, String target) {
        Path file() {
            var path = target.replaceFirst("#.*", "");
            var folder = Objects.requireNonNullElse(page.path().getParent(), Path.of(""));
            return path.isEmpty() ? page.path() : folder.resolve(path).normalize();
        }

        boolean leadsSomewhere() {
            var anchor = target.contains("#") ? target.replaceFirst("[^#]*#", "") : "";
            return Files.exists(file())
                    && (anchor.isEmpty()
                            || MarkdownPage.of(file().toString()).anchors().contains(anchor));
        }
    }

    @Test
    void everyLinkWithinTheProjectLeadsSomewhere() throws IOException {
        var links = links();

        assertThat(links).hasSizeGreaterThan(100);
        assertThat(links)
                .filteredOn(link -> !link.leadsSomewhere())
                .as("links that lead nowhere")
                .isEmpty();
    }

    @Test
    void theReadmeLeadsToEveryPage() throws IOException {
        var listed = links().stream()
                .filter(link -> link.page().path().equals(Path.of("README.md")))
                .map(Link::file)
                .toList();
        List<Path> pages;
        try (var docs = Files.list(Path.of("docs"))) {
            pages = docs.filter(path -> path.toString().endsWith(".md"))
                    .filter(path -> !path.endsWith("words.md"))
                    .toList();
        }
        assertThat(pages).hasSizeGreaterThan(15);
        assertThat(listed).containsAll(pages);
    }

    private static List<Link> links() throws IOException {
        return MarkdownPage.all().stream()
                .flatMap(page -> page.links().stream().map(target -> new Link(page, target)))
                .filter(link -> !link.target().matches("[a-z]+:.*"))
                .toList();
    }
}
