package dev.signalman.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeBoundTest {
    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "2d, 2026-11-22T12:00:00Z, 2d",
        "3H, 2026-11-24T09:00:00Z, 3h",
        "90m, 2026-11-24T10:30:00Z, 90m",
        "1w, 2026-11-17T12:00:00Z, 1w",
        "48h, 2026-11-22T12:00:00Z, 2d",
        "30s, 2026-11-24T11:59:30Z, 30s",
        "2026-11-01, 2026-11-01T00:00:00Z, 2026-11-01T00:00:00Z",
        "2026-11-01T10:00, 2026-11-01T10:00:00Z, 2026-11-01T10:00:00Z",
        "2026-11-01t10:00:00z, 2026-11-01T10:00:00Z, 2026-11-01T10:00:00Z",
        "2026-11-01T10:00:00+02:00, 2026-11-01T08:00:00Z, 2026-11-01T08:00:00Z"
    })
    void aBoundIsReadAndPrinted(String said, Instant moment, String printed) {
        assertThat(TimeBound.parse(said).at(NOW)).isEqualTo(moment);
        assertThat(TimeBound.parse(said).print()).isEqualTo(printed);
        assertThat(TimeBound.parse(printed)).isEqualTo(TimeBound.parse(said));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0d",
                "3651d",
                "999999999w",
                "1969-12-31",
                "2100-01-01",
                "+999999999-12-31",
                "9999-12-31T23:59:59+18:00"
            })
    void whatIsOutOfRangeIsRefused(String said) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> TimeBound.parse(said))
                .withMessageContaining("out of range");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "soon",
                "2",
                "d",
                "-1d",
                "1.5h",
                "2026-02-30",
                "2026-11-24 10:00",
                "2026-11-24T25:00",
                "99999999999999999999d",
                "٣d",
                "1y"
            })
    void whatIsNoTimeIsRefused(String said) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> TimeBound.parse(said))
                .withMessageContaining("isn't a time");
    }
}
