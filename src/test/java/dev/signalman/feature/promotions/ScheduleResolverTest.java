package dev.signalman.feature.promotions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.signalman.command.Grammar;
import dev.signalman.command.Promote;
import dev.signalman.command.Refusal;
import dev.signalman.feature.SimulatedTeam;
import dev.signalman.ruling.SampleWishes;
import java.net.URI;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Times of people whose zone Slack does not give. */
class ScheduleResolverTest {
    private static final Instant NOW = Instant.parse("2027-02-10T09:00:00Z");

    private final Grammar grammar = new Grammar(URI.create("https://acme.semaphoreci.com"));
    private final ScheduleResolver schedule = new ScheduleResolver(new SimulatedTeam());

    private String resolved(String time) {
        var command = (Promote) grammar.read("promote production web " + time);
        return grammar.print(schedule.resolved(command, SampleWishes.production(), NOW));
    }

    @ParameterizedTest
    @CsvSource({
        "at 9:01, 2027-02-10T09:01Z[UTC]",
        "at 9:00, 2027-02-11T09:00Z[UTC]",
        "at 8:59, 2027-02-11T08:59Z[UTC]",
        "at 0:00, 2027-02-11T00:00Z[UTC]",
        "at 2027-03-12 9:00, 2027-03-12T09:00Z[UTC]",
        "at 2027-02-10T09:00:01Z, 2027-02-10T09:00:01Z"
    })
    void theyAreReadInUtcAndAreTheNextThatClocksShow(String said, String exact) {
        assertThat(resolved(said)).isEqualTo("promote production web at " + exact);
        assertThat(resolved("at " + exact)).isEqualTo("promote production web at " + exact);
    }

    @ParameterizedTest
    @CsvSource({
        "at 2027-02-10T09:00Z, 2027-02-10 09:00 UTC has already passed.",
        "at 2027-02-10 9:00, 2027-02-10 9:00 in UTC has already passed.",
        "at 2027-03-12 9:01, A promotion can be scheduled at most 30 days ahead.",
        "at 9999-12-31 9:00, A promotion can be scheduled at most 30 days ahead.",
        "after the freeze, production isn't frozen now"
    })
    void othersAreRefused(String said, String why) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> resolved(said))
                .withMessageStartingWith(why);
    }

    @Test
    void withoutATimeNothingChanges() {
        assertThat(resolved("")).isEqualTo("promote production web");
    }
}
