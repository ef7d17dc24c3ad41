package dev.signalman.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A page of the documentation.
 *
 * @param path from the project's folder
 */
public record MarkdownPage(Path path, String text) {
    private static final Pattern FENCE = Pattern.compile("(?ms)^ *```(\\w*)\\R(.*?)^ *```\\s*?$");
    private static final Pattern CODE_SPAN = Pattern.compile("`([^`]+)`");
    private static final Pattern LINK = Pattern.compile("\\[[^\\]]*\\]\\(([^)\\s]+)\\)");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.*)$");
    private static final Set<String> GENERATED = Set.of("refusals.md", "words.md");
    private static final Set<String> ROOT = Set.of("README.md", "CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md");

    /** A code block and the language that it is marked with; empty for none. */
    public record Block(String language, String text) {}

    static MarkdownPage of(String path) {
        try {
            return new MarkdownPage(Path.of(path), Files.readString(Path.of(path)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** All pages. */
    static List<MarkdownPage> all() throws IOException {
        try (var docs = Files.walk(Path.of("docs"))) {
            return Stream.concat(
                            ROOT.stream().sorted(),
                            docs.map(Path::toString)
                                    .filter(path -> path.endsWith(".md"))
                                    .sorted())
                    .map(MarkdownPage::of)
                    .toList();
        }
    }

    /** The pages that people wrote about this version: without the history and lists made from the source. */
    public static List<MarkdownPage> written() throws IOException {
        return all().stream()
                .filter(page -> !GENERATED.contains(page.name()) && !page.name().equals("CHANGELOG.md"))
                .toList();
    }

    private String name() {
        return String.valueOf(path.getFileName());
    }

    /** The code blocks, in order. */
    public List<Block> blocks() {
        return FENCE.matcher(text)
                .results()
                .map(found -> new Block(found.group(1), found.group(2)))
                .toList();
    }

    /** Code in running text and tables, without the escapes of a table. */
    public List<String> codeSpans() {
        return CODE_SPAN
                .matcher(prose())
                .results()
                .map(found -> found.group(1).replace("\\|", "|").replaceAll("\\s+", " "))
                .toList();
    }

    /** Where links and pictures lead. */
    List<String> links() {
        return LINK.matcher(CODE_SPAN.matcher(prose()).replaceAll("code"))
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    /** The anchors of the headings, as GitHub makes them. */
    Set<String> anchors() {
        Map<String, Integer> seen = new HashMap<>();
        Set<String> anchors = new HashSet<>();
        HEADING.matcher(prose()).results().forEach(found -> {
            var slug = found.group(1)
                    .toLowerCase(Locale.ROOT)
                    .replaceAll("\\[([^\\]]*)\\]\\([^)]*\\)", "$1")
                    .replaceAll("[^\\p{L}\\p{N} _-]", "")
                    .replace(' ', '-');
            var times = seen.merge(slug, 1, Integer::sum);
            anchors.add(times == 1 ? slug : slug + "-" + (times - 1));
        });
        return anchors;
    }

    /** The lines of code blocks, each joined with the lines that it is continued on. */
    public List<String> codeLines() {
        List<String> lines = new ArrayList<>();
        blocks().forEach(block -> block.text()
                .replaceAll("\\\\\\R\\s*", " ")
                .lines()
                .map(String::strip)
                .forEach(lines::add));
        return lines;
    }

    private String prose() {
        return FENCE.matcher(text).replaceAll("");
    }

    @Override
    public String toString() {
        return path.toString();
    }
}
