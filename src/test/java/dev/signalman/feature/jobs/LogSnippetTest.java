package dev.signalman.feature.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class LogSnippetTest {
    @Test
    void aShortLogIsShownWhole() {
        assertThat(LogSnippet.of("one\ntwo\n\n")).isEqualTo(new LogSnippet("one\ntwo", false));
    }

    @Test
    void ofALongLogTheLastFortyLinesAreShown() {
        var log = IntStream.rangeClosed(1, 500).mapToObj(n -> "line " + n).collect(Collectors.joining("\n"));

        var end = LogSnippet.of(log);

        assertThat(end.cut()).isTrue();
        assertThat(end.body()).startsWith("line 461\n").endsWith("line 500");
    }

    @Test
    void linesAreLeftOutWholeWhenTheyAreTooLongTogether() {
        var log = "a".repeat(1_500) + "\n" + "b".repeat(1_500) + "\n" + "c".repeat(1_000);

        assertThat(LogSnippet.of(log).body()).isEqualTo("b".repeat(1_500) + "\n" + "c".repeat(1_000));
    }

    @Test
    void ofOneEndlessLineTheEndIsShown() {
        var end = LogSnippet.of("x".repeat(100_000) + "!");

        assertThat(end.body())
                .hasSize(LogSnippet.MOST_CHARACTERS)
                .startsWith("…")
                .endsWith("x!");
        assertThat(end.cut()).isTrue();
    }

    @Test
    void aKeyThatBeginsBeforeWhatIsShownIsMaskedAllTheSame() {
        var key = IntStream.range(0, 60).mapToObj(n -> "c2VjcmV0IGxpbmUg" + n).collect(Collectors.joining("\n"));

        assertThat(LogSnippet.of("-----BEGIN RSA PRIVATE KEY-----\n" + key).body())
                .doesNotContain("c2VjcmV0");
    }

    @Test
    void coloursDoNotHideASecret() {
        assertThat(LogSnippet.of("pass\u001b[1mword=\u001b[31mhun\u001b[0mter2").body())
                .doesNotContain("ter2");
    }

    @Test
    void thatSomethingStoodBeforeIsSaidThoughAllThatIsLeftIsShown() {
        var end = LogSnippet.of("begun\n" + "\u001b[0m".repeat(20_000) + "done");

        assertThat(end.body()).isEqualTo("done");
        assertThat(end.cut()).isTrue();
    }

    @Test
    void aSignOfTwoUnitsIsNotCutInHalf() {
        assertThat(LogSnippet.of("🚀".repeat(2_000)).body()).startsWith("…🚀").hasSize(LogSnippet.MOST_CHARACTERS - 1);
    }

    @Test
    void emptyLinesBeforeItAreLeftOut() {
        assertThat(LogSnippet.of("\n\n \nFailure!\n").body()).isEqualTo("Failure!");
    }

    @Property
    void itNeverThrowsAndNeverIsTooLong(@ForAll @Size(max = 60) List<String> lines) {
        var end = LogSnippet.of(String.join("\n", lines).repeat(5));

        assertThat(end.body().length()).isLessThanOrEqualTo(LogSnippet.MOST_CHARACTERS);
        assertThat(end.body().lines().count()).isLessThanOrEqualTo(LogSnippet.MOST_LINES);
    }
}
