package dev.signalman.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * Everything that people can read is in one document, generated from the source. After an intended change, run
 * {@code mvn test -Dtest=WordsTest -Dgolden.update=true} and read the difference.
 */
class WordsTest {
    private static final Path DOCUMENT = Path.of("docs/words.md");

    @Test
    void theDocumentHoldsEveryText() throws IOException {
        var document = WordsDocument.of(new ShownTexts(SourceTree.read()).all());
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(DOCUMENT, document);
        }
        assertThat(Files.readString(DOCUMENT)).isEqualTo(document);
    }

    /** One text per way in which texts are made, so the list cannot silently lose a kind. */
    @Test
    void textsOfEveryKindAreFound() throws IOException {
        assertThat(new ShownTexts(SourceTree.read()).all())
                .extracting(ShownTexts.Shown::wording)
                .contains(
                        "Mark reviewed", // a button
                        "Everyone in this channel will see this.", // a field's hint
                        "Slack's socket isn't open: {}. Retrying in {} ms", // a log line
                        "Runs the bot. It is configured by environment variables and signalman.yml.", // usage
                        "Approves a promotion request", // help
                        "must be mention, dm or none") // a fault of the configuration
                .anyMatch(wording -> wording.matches("#?‹[^›]+› was already reviewed by ‹[^›]+›\\..*")); // a refusal
    }
}
