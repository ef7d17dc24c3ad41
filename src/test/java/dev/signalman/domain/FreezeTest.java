package dev.signalman.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.signalman.domain.Freeze.Unreadable;
import dev.signalman.domain.Freeze.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Freezes at difficult times. In Belgrade the clocks go forward on 29 March 2026 at 01:00 UTC, and back on 25 October
 * at the same hour.
 */
class FreezeTest {
    private static Freeze freeze(String cron, String lasting) throws Unreadable {
        return Freeze.of(cron, lasting, "Europe/Belgrade", "weekend");
    }

    private static void isFrozen(Freeze freeze, String since, String until) {
        var from = Instant.parse(since);
        var to = Instant.parse(until);
        var window = new Window(from, to);
        assertThat(freeze.at(from.minusNanos(1))).isEmpty();
        assertThat(freeze.at(from)).contains(window);
        assertThat(freeze.at(from.plus(Duration.between(from, to).dividedBy(2))))
                .contains(window);
        assertThat(freeze.at(to.minusNanos(1))).contains(window);
        assertThat(freeze.at(to)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-20T15:00:00Z, 2026-11-23T07:00:00Z",
        "2026-06-05T14:00:00Z, 2026-06-08T06:00:00Z",
        "2026-03-27T15:00:00Z, 2026-03-30T06:00:00Z",
        "2026-10-23T14:00:00Z, 2026-10-26T07:00:00Z"
    })
    void aWeekendIsOverOnMondayAtEightWhateverTheClocksDid(String since, String until) throws Exception {
        isFrozen(freeze("0 0 16 * * FRI", "PT64H"), since, until);
    }

    @Test
    void whatWouldBeginInTheHourThatIsLeftOutBeginsThenAndLastsItsWholeLength() throws Exception {
        isFrozen(freeze("0 30 2 * * *", "PT2H"), "2026-03-29T01:00:00Z", "2026-03-29T03:00:00Z");
        isFrozen(freeze("0 30 2 * * *", "PT10M"), "2026-03-29T01:00:00Z", "2026-03-29T01:10:00Z");
        isFrozen(freeze("0 50 2 * * *", "PT15M"), "2026-03-29T01:00:00Z", "2026-03-29T01:15:00Z");
    }

    @Test
    void whatWouldEndInTheHourThatIsLeftOutEndsThen() throws Exception {
        isFrozen(freeze("0 30 1 * * *", "PT1H"), "2026-03-29T00:30:00Z", "2026-03-29T01:00:00Z");
    }

    @Test
    void theHourThatComesTwiceIsFrozenBothTimes() throws Exception {
        isFrozen(freeze("0 30 1 * * *", "PT3H"), "2026-10-24T23:30:00Z", "2026-10-25T03:30:00Z");
        isFrozen(freeze("0 30 2 * * *", "PT1H"), "2026-10-25T00:30:00Z", "2026-10-25T02:30:00Z");
        assertThat(freeze("0 30 2 * * *", "PT1H").at(Instant.parse("2026-10-25T01:10:00Z")))
                .isPresent();
        isFrozen(freeze("0 10 2 * * *", "PT10M"), "2026-10-25T00:10:00Z", "2026-10-25T01:20:00Z");
        isFrozen(freeze("0 30 1 * * *", "PT1H"), "2026-10-24T23:30:00Z", "2026-10-25T01:30:00Z");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-18T10:00:00Z, 2026-11-20T15:00:00Z, 2026-11-23T07:00:00Z",
        "2026-11-21T10:00:00Z, 2026-11-27T15:00:00Z, 2026-11-30T07:00:00Z",
        "2026-11-23T07:00:00Z, 2026-11-27T15:00:00Z, 2026-11-30T07:00:00Z",
        "2026-03-21T10:00:00Z, 2026-03-27T15:00:00Z, 2026-03-30T06:00:00Z",
        "2026-10-22T10:00:00Z, 2026-10-23T14:00:00Z, 2026-10-26T07:00:00Z"
    })
    void theNextWeekendFollowsWhetherOneIsOnOrNot(String now, String since, String until) throws Exception {
        assertThat(freeze("0 0 16 * * FRI", "PT64H").following(Instant.parse(now)))
                .contains(new Window(Instant.parse(since), Instant.parse(until)));
    }

    @Test
    void whatFollowsKnowsOfTheClocksToo() throws Exception {
        var nightly = freeze("0 30 2 * * *", "PT10M");
        assertThat(nightly.following(Instant.parse("2026-03-29T00:59:00Z")).map(Window::since))
                .contains(Instant.parse("2026-03-29T01:00:00Z"));
        assertThat(nightly.following(Instant.parse("2026-10-25T01:45:00Z")).map(Window::since))
                .contains(Instant.parse("2026-10-26T01:30:00Z"));
        assertThat(freeze("0 0 0 * * *", "PT24H").following(Instant.parse("2026-11-25T10:00:00Z")))
                .isEmpty();
    }

    @Test
    void windowsThatOverlapOrTouchAreOne() throws Exception {
        isFrozen(freeze("0 0 8 * * MON-FRI", "PT26H"), "2026-11-23T07:00:00Z", "2026-11-28T09:00:00Z");
        isFrozen(freeze("0 0 8-11 * * WED", "PT1H"), "2026-11-25T07:00:00Z", "2026-11-25T11:00:00Z");
    }

    @ParameterizedTest
    @CsvSource({"0 0 0 * * *,PT24H", "* * * * * *,PT1S", "0 * * * * *,PT48H"})
    void oneAfterTheOtherWithoutAGapHasNeitherBeginNorEnd(String cron, String lasting) throws Exception {
        var now = Instant.parse("2026-11-25T10:00:00.5Z");
        assertThat(freeze(cron, lasting).at(now)).contains(new Window(null, null));
    }

    @Test
    void betweenChristmasAndNewYear() throws Exception {
        isFrozen(freeze("0 0 0 24 12 ?", "P9D"), "2026-12-23T23:00:00Z", "2027-01-01T23:00:00Z");
        assertThat(freeze("0 0 0 24 12 *", "P9D").at(Instant.parse("2026-11-25T10:00:00Z")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0 16 * * FRI",
                "0 0 16 * * FRIDAY",
                "0 0 25 * * *",
                "weekend",
                "0 0 16 * * FRI 2026",
                "-1 0 0 * * *",
                "@daily",
                "0 0 0 30 2 *"
            })
    void whatIsNoCronOfSixFieldsIsSaidSo(String cron) {
        assertThatExceptionOfType(Unreadable.class)
                .isThrownBy(() -> freeze(cron, "PT1H"))
                .satisfies(faulty -> assertThat(faulty.part()).isEqualTo("cron"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "64h", "PT0S", "-PT1H", "P367D", "PT9999999999999H"})
    void whatIsNoLengthIsSaidSo(String lasting) {
        assertThatExceptionOfType(Unreadable.class)
                .isThrownBy(() -> freeze("0 0 16 * * FRI", lasting))
                .satisfies(faulty -> assertThat(faulty.part()).isEqualTo("for"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Europe/Belgrad", "europe", "25:00"})
    void whatIsNoZoneIsSaidSo(String zone) {
        assertThatExceptionOfType(Unreadable.class)
                .isThrownBy(() -> Freeze.of("0 0 16 * * FRI", "PT1H", zone, ""))
                .satisfies(faulty -> assertThat(faulty.part()).isEqualTo("zone"));
    }

    @Test
    void severalTogetherEndWithTheLastOfThoseThatFollowEachOtherWithoutABreak() throws Exception {
        var now = Instant.parse("2027-02-10T07:00:00Z");
        var morning = freeze("0 0 6 10 2 *", "PT4H");
        var overlapping = freeze("0 30 9 10 2 *", "PT2H30M");
        var adjacent = freeze("0 0 12 10 2 *", "PT1H");
        var afterABreak = freeze("0 1 13 10 2 *", "PT1H");
        var since = Instant.parse("2027-02-10T05:00:00Z");
        assertThat(Freeze.together(List.of(), now)).isEmpty();
        assertThat(Freeze.together(List.of(overlapping, adjacent), now)).isEmpty();
        assertThat(Freeze.together(List.of(adjacent, morning, afterABreak), now))
                .contains(new Window(since, Instant.parse("2027-02-10T09:00:00Z")));
        assertThat(Freeze.together(List.of(adjacent, overlapping, afterABreak, morning), now))
                .contains(new Window(since, Instant.parse("2027-02-10T12:00:00Z")));
    }

    @Test
    void twoThatTakeTurnsForeverHaveNoEndTogether() throws Exception {
        var nights = freeze("0 0 0 * * *", "PT12H");
        var days = freeze("0 0 12 * * *", "PT12H");
        assertThat(Freeze.together(List.of(nights, days), Instant.parse("2027-02-10T07:00:00Z")))
                .map(Window::until)
                .isEmpty();
    }
}
