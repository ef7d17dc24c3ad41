package dev.signalman.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.signalman.command.Grammar;
import java.io.IOException;
import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the pages tell people to say in Slack can be said. */
final class DocumentedLinesTest {
    private static final Pattern SAID = Pattern.compile("(?:\\w+: +)?(?:/semaphore|@Signalman)(?: (.*))?");

    private final Grammar grammar = new Grammar(URI.create("https://acme.semaphoreci.com"));

    @Test
    void everyLineThatThePagesShowIsUnderstood() throws IOException {
        var lines = MarkdownPage.written().stream()
                .flatMap(DocumentedLinesTest::lines)
                .filter(line -> !line.equals("…"))
                .toList();

        assertThat(lines).hasSizeGreaterThan(40).contains("", "why production web", "link");
        assertThat(lines)
                .allSatisfy(line ->
                        assertThatCode(() -> grammar.read(line)).as(line).doesNotThrowAnyException());
    }

    @Test
    void everyExampleOfTheReferenceIsUnderstood() {
        assertThat(grammar.verbs())
                .allSatisfy(verb -> assertThatCode(() -> grammar.read(verb.example()))
                        .as(verb.example())
                        .doesNotThrowAnyException());
    }

    private static Stream<String> lines(MarkdownPage page) {
        return Stream.concat(page.codeLines().stream(), page.codeSpans().stream())
                .map(SAID::matcher)
                .filter(Matcher::matches)
                .map(found -> found.group(1) == null ? "" : found.group(1));
    }
}
