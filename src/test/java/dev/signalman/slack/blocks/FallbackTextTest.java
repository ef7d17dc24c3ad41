package dev.signalman.slack.blocks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class FallbackTextTest {
    @Test
    void aCutInsideTextThatRunsFromRightToLeftIsClosed() {
        var hebrew = "x".repeat(FallbackText.MAX - 10) + " " + UntrustedText.line("שלום ".repeat(20), 100);
        var cut = FallbackText.escaped(hebrew);
        assertThat(cut).endsWith("…\u2069").hasSizeLessThanOrEqualTo(FallbackText.MAX);
    }

    @Test
    void whatWasEscapedReadsAsBeforeWhereNothingIsMarkup() {
        var raw = "<!channel> & https://evil.example/x";
        assertThat(FallbackText.unescaped(FallbackText.of(raw))).isEqualTo(raw);
    }
}
