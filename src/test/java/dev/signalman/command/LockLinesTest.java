package dev.signalman.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LockLinesTest {
    private static final Subject WEB = new Subject.Newest(null, "web", null);

    private final Grammar grammar = new Grammar(URI.create("https://acme.semaphoreci.com"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "lock production web for 2h because the \"database\" is moved",
                "lock production for 2h web because the \"database\" is moved",
                "LOCK \"production\" web FOR 120m because   the \"database\" is moved "
            })
    void itsEndMayStandBeforeOrBehindTheSubject(String line) {
        assertThat(grammar.read(line))
                .isEqualTo(new Lock(
                        "production",
                        WEB,
                        new TimeSpan(Duration.ofHours(2)),
                        false,
                        false,
                        null,
                        "the \"database\" is moved"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "lock production web server for 2h",
                "lock production SERVER web for 2h",
                "lock production for 2h server web"
            })
    void semaphoresWebIsBoundByAWordOfTheLanguage(String line) {
        var lock = new Lock("production", WEB, new TimeSpan(Duration.ofHours(2)), true, false, null, null);
        assertThat(grammar.read(line)).isEqualTo(lock);
        assertThat(grammar.print(lock)).isEqualTo("lock production web server for 2h");
    }

    @Test
    void quotesMakeANameOfAWordOfTheLanguage() {
        assertThat(grammar.read("lock \"for\" \"anyway\" anyway"))
                .isEqualTo(new Lock("for", new Subject.Newest(null, "anyway", null), null, false, true, null, null));
        var server = new Lock("server", new Subject.Newest(null, "server", null), null, true, false, null, null);
        assertThat(grammar.read("lock server \"server\" server")).isEqualTo(server);
        assertThat(grammar.print(server)).isEqualTo("lock \"server\" \"server\" server");
    }

    @ParameterizedTest
    @CsvSource({"90m,PT1H30M", "1h30m,PT1H30M", "2d,PT48H", "1w,PT168H", "60s,PT1M", "90d,PT2160H", "2D12H,PT60H"})
    void spansAreReadAndPrintedAlike(String said, String meant) {
        var read = TimeSpan.parse(said);
        assertThat(read.duration()).isEqualTo(Duration.parse(meant));
        assertThat(TimeSpan.parse(read.print())).isEqualTo(read);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    lock for 2h                     | Which promotion? If “for” is its name
                    lock production for             | For how long? Add a time after “for”
                    lock production for ever        | “ever” isn't a duration. Use 90m, 2h, 1h30m or 2d.
                    lock production for 59s         | “59s” is out of range. Use 1 minute to 90 days.
                    lock production for 91d         | “91d” is out of range
                    lock production for 999999w     | “999999w” is out of range
                    lock production for -2h         | “-2h” isn't a duration.
                    lock production for 2h for 3h   | Unexpected word “3h”
                    lock production because         | Add a reason after “because”.
                    unlock production because of me | This takes no reason.
                    """)
    void whatCannotBeUnderstoodIsRefusedWithWhatWouldBeRight(String line, String sentence) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> grammar.read(line))
                .satisfies(refusal -> assertThat(refusal.sentences())
                        .startsWith(sentence)
                        .contains("Try /semaphore ", "Nothing was changed."));
    }
}
