package dev.signalman.feature.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class TerminalOutputTest {
    @Test
    void coloursAndCursorMovesAreGone() {
        assertThat(TerminalOutput.show("\u001b[31mFAIL\u001b[0m src/\u001b[1;4mcart\u001b[m.test.js\u001b[K"))
                .isEqualTo("FAIL src/cart.test.js");
    }

    @Test
    void shortSequencesAndThoseOfOneByteAreGone() {
        assertThat(TerminalOutput.show("a\u009b31mb\u001b(Bc\u001b7d")).isEqualTo("abcd");
    }

    @Test
    void aTitleForTheWindowAndALinkAreGone() {
        assertThat(TerminalOutput.show("\u001b]0;make\u0007a \u001b]8;;https://x.test\u001b\\link\u001b]8;;\u001b\\ b"))
                .isEqualTo("a link b");
    }

    @Test
    void aSequenceThatNeverEndsTakesNothingOfTheNextLine() {
        assertThat(TerminalOutput.show("a\u001b]0;title\nb\u001b[\nc\u001b")).isEqualTo("a\nb\nc");
    }

    @Test
    void ofALineThatIsWrittenOverOnlyTheLastWritingIsSeen() {
        assertThat(TerminalOutput.show("start\n 10%\r 50%\r100%\r\ndone\r\n")).isEqualTo("start\n100%\ndone\n");
    }

    @Test
    void aBackspaceTakesALetterBackButNoLine() {
        assertThat(TerminalOutput.show("ab\n\b\bxy\bz")).isEqualTo("ab\nxz");
    }

    @Test
    void marksThatTurnTextAroundAreGone() {
        assertThat(TerminalOutput.show("a\u202eb\u2066c\u200bd\u0000e\tf")).isEqualTo("abcde\tf");
        assertThat(TerminalOutput.show("a\u200b\u200c\u200d\u200e\u200f\u2028\u2029\u202a\u202b\u202c\u202d\u202eb"))
                .isEqualTo("ab");
        assertThat(TerminalOutput.show("a\u2060\u2061\u2062\u2063\u2064\u2066\u2067\u2068\u2069\ufeffb"))
                .isEqualTo("ab");
    }

    @Property
    void nothingButPrintableTextIsLeft(@ForAll String printed) {
        assertThat(TerminalOutput.show(printed))
                .matches(shown -> shown.chars().noneMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\t'));
    }
}
