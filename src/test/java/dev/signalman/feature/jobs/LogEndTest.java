package dev.signalman.feature.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class LogEndTest {
    @Test
    void aShortLogIsShownWhole() {
        assertThat(LogEnd.of("one\ntwo\n\n")).isEqualTo(new LogEnd("one\ntwo", false));
    }

    @Test
    void ofALongLogTheLastFortyLinesAreShown() {
        var log = IntStream.rangeClosed(1, 500).mapToObj(n -> "line " + n).collect(Collectors.joining("\n"));

        var end = LogEnd.of(log);

        assertThat(end.cut()).isTrue();
        assertThat(end.body()).startsWith("line 461\n").endsWith("line 500");
    }

    @Test
    void linesAreLeftOutWholeWhenTheyAreTooLongTogether() {
        var log = "a".repeat(1_500) + "\n" + "b".repeat(1_500) + "\n" + "c".repeat(1_000);

        assertThat(LogEnd.of(log).body()).isEqualTo("b".repeat(1_500) + "\n" + "c".repeat(1_000));
    }

    @Test
    void ofOneEndlessLineTheEndIsShown() {
        var end = LogEnd.of("x".repeat(100_000) + "!");

        assertThat(end.body()).hasSize(LogEnd.MOST_CHARACTERS).startsWith("…").endsWith("x!");
        assertThat(end.cut()).isTrue();
    }

    @Test
    void aKeyThatBeginsBeforeWhatIsShownIsMaskedAllTheSame() {
        var key = IntStream.range(0, 60).mapToObj(n -> "c2VjcmV0IGxpbmUg" + n).collect(Collectors.joining("\n"));

        assertThat(LogEnd.of("-----BEGIN RSA PRIVATE KEY-----\n" + key).body()).doesNotContain("c2VjcmV0");
    }

    @Test
    void coloursDoNotHideASecret() {
        assertThat(LogEnd.of("pass\u001b[1mword=\u001b[31mhun\u001b[0mter2").body())
                .doesNotContain("ter2");
    }

    @Test
    void thatSomethingStoodBeforeIsSaidThoughAllThatIsLeftIsShown() {
        var end = LogEnd.of("begun\n" + "\u001b[0m".repeat(20_000) + "done");

        assertThat(end.body()).isEqualTo("done");
        assertThat(end.cut()).isTrue();
    }

    @Test
    void aSignOfTwoUnitsIsNotCutInHalf() {
        assertThat(LogEnd.of("🚀".repeat(2_000)).body()).startsWith("…🚀").hasSize(LogEnd.MOST_CHARACTERS - 1);
    }

    @Test
    void emptyLinesBeforeItAreLeftOut() {
        assertThat(LogEnd.of("\n\n \nFailure!\n").body()).isEqualTo("Failure!");
    }

    @Property
    void itNeverThrowsAndNeverIsTooLong(@ForAll @Size(max = 60) List<String> lines) {
        var end = LogEnd.of(String.join("\n", lines).repeat(5));

        assertThat(end.body().length()).isLessThanOrEqualTo(LogEnd.MOST_CHARACTERS);
        assertThat(end.body().lines().count()).isLessThanOrEqualTo(LogEnd.MOST_LINES);
    }
}
