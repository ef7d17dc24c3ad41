package dev.signalman.slack.blocks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class SentencesTest {
    @Test
    void aCutInsideTextThatRunsFromRightToLeftIsClosed() {
        var hebrew = "x".repeat(Sentences.MAX - 10) + " " + Foreign.line("שלום ".repeat(20), 100);
        var cut = Sentences.escaped(hebrew);
        assertThat(cut).endsWith("…\u2069").hasSizeLessThanOrEqualTo(Sentences.MAX);
    }

    @Test
    void whatWasEscapedReadsAsBeforeWhereNothingIsMarkup() {
        var raw = "<!channel> & https://evil.example/x";
        assertThat(Sentences.unescaped(Sentences.of(raw))).isEqualTo(raw);
    }
}
