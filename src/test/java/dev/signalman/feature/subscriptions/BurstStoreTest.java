package dev.signalman.feature.subscriptions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalman.dispatch.StaleDecisionException;
import dev.signalman.domain.GitRef;
import dev.signalman.domain.Pipeline;
import dev.signalman.domain.PipelineState;
import dev.signalman.domain.Result;
import dev.signalman.domain.Trigger;
import dev.signalman.feature.RowWriter;
import dev.signalman.simulator.SettableClock;
import dev.signalman.storage.Database;
import dev.signalman.storage.OnEachDatabase;
import dev.signalman.storage.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Which builds came in bursts, on every database. */
@OnEachDatabase
class BurstStoreTest {
    private static final String CHANNEL = "C0BUILDS";

    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-24T10:00:00Z"));
    private final Database database;
    private final Jdbi jdbi;
    private final BurstStore bursts;

    BurstStoreTest(TestDatabase kind) {
        database = kind.open(SubscriptionsModule.MIGRATIONS);
        jdbi = database.jdbi();
        bursts = new BurstStore(jdbi, clock);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private Pipeline pipeline(String id, @Nullable Result result) {
        var now = clock.instant();
        return new Pipeline(
                id,
                "Build",
                "w-" + id,
                "p-1",
                GitRef.parse("refs/heads/main"),
                "c0ffee1",
                "Message \u00fc of " + id + "x".repeat(600),
                ".semaphore/semaphore.yml",
                result == null ? PipelineState.RUNNING : PipelineState.DONE,
                result,
                null,
                "",
                null,
                null,
                "",
                "",
                new Pipeline.Times(now, now, now, null, result == null ? null : now),
                new Trigger(Trigger.Kind.WORKFLOW, null, "alice"),
                List.of(),
                List.of());
    }

    private void come(String prefix, int many) {
        for (int n = 1; n <= many; n++) {
            comes(prefix + n, null, false);
        }
    }

    private void comes(String id, @Nullable Result result, boolean carded) {
        clock.advance(Duration.ofMillis(10));
        RowWriter.in(jdbi, bursts.adding(CHANNEL, pipeline(id, result), carded));
    }

    private boolean hidden(String id) {
        return jdbi.withHandle(handle -> bursts.holdsBack(CHANNEL, id).holds(handle));
    }

    private List<Burst> open() {
        return bursts.open(CHANNEL, "p-1");
    }

    @Test
    void theSixthWithinAMinuteBeginsABurstThatCountsTheFiveBeforeIt() {
        come("a", 5);
        assertThat(open()).isEmpty();
        comes("a6", null, false);
        comes("a7", null, false);
        assertThat(open()).singleElement().satisfies(burst -> {
            assertThat(burst.builds())
                    .extracting(Burst.Build::pipelineId)
                    .containsExactly("a1", "a2", "a3", "a4", "a5", "a6", "a7");
            assertThat(burst.last()).isEqualTo(clock.instant());
        });
        assertThat(hidden("a5")).isFalse();
        assertThat(hidden("a6")).isTrue();
        assertThat(bursts.of(CHANNEL, "a7")).isEqualTo("a6");
        assertThat(bursts.of("C0ELSE", "a7")).isNull();
    }

    @Test
    void whatComesSlowlyOrElsewhereBeginsNone() {
        for (int n = 1; n <= 20; n++) {
            clock.advance(Duration.ofSeconds(13));
            comes("slow" + n, null, false);
        }
        assertThat(open()).isEmpty();
    }

    @Test
    void whatHasAMessageAnywayJoinsABurstAndBeginsNone() {
        come("a", 5);
        comes("failed-first", Result.FAILED, true);
        assertThat(open()).isEmpty();
        comes("a6", null, false);
        comes("failed-later", Result.FAILED, true);
        assertThat(open().get(0).builds()).hasSize(8);
        assertThat(hidden("failed-later")).isFalse();
    }

    @Test
    void aHiddenBuildThatFailsHasItsMessageAndKeepsItsFirstResult() {
        come("a", 6);
        comes("a6", Result.FAILED, true);
        comes("a6", Result.PASSED, false);
        assertThat(hidden("a6")).isFalse();
        assertThat(open().get(0).builds().get(5).result()).isEqualTo(Result.FAILED);
        assertThat(open().get(0).running()).hasSize(5);
    }

    @Test
    void afterAQuietMinuteNothingJoinsAndAfterHalfAnHourANewOneBegins() {
        come("a", 6);
        clock.advance(Duration.ofSeconds(61));
        comes("later", null, false);
        assertThat(hidden("later")).isFalse();
        assertThat(open().get(0).builds()).hasSize(6);

        clock.advance(Duration.ofMinutes(2));
        come("b", 6);
        for (int second = 0; second < Burst.LONGEST.toSeconds(); second += 10) {
            clock.advance(Duration.ofSeconds(10));
            comes("b-at-" + second, null, false);
        }
        comes("b-last", null, false);
        assertThat(open()).hasSize(3);
        assertThat(bursts.of(CHANNEL, "b-last")).isNotEqualTo("b6").isNotNull();
    }

    @Test
    void aMessageIsFinalUnlessABuildJoinedSinceItWasRead() {
        come("a", 6);
        var read = open().get(0);
        comes("a7", null, false);
        assertThatThrownBy(() -> RowWriter.in(jdbi, bursts.closing(read))).isInstanceOf(StaleDecisionException.class);
        RowWriter.in(jdbi, bursts.closing(open().get(0)));
        assertThat(open()).isEmpty();
        assertThat(bursts.of(CHANNEL, "a7"))
                .as("its deploys still go into the thread")
                .isEqualTo("a6");
    }

    @Test
    void rowsExpireLikeCards() {
        come("a", 6);
        clock.advance(Duration.ofDays(59));
        bursts.run();
        assertThat(open()).hasSize(1);
        clock.advance(Duration.ofDays(2));
        bursts.run();
        assertThat(open()).isEmpty();
        assertThat(bursts.of(CHANNEL, "a6")).isNull();
    }
}
