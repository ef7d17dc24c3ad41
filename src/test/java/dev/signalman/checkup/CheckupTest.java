package dev.signalman.checkup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** A checkup completes whatever one of its checks does. */
final class CheckupTest {
    private static final CheckResult SUN = CheckResult.fine("the sun", "It shines.");

    private record Looking(String about, Supplier<List<CheckResult>> how) implements Check {
        @Override
        public List<CheckResult> look(CheckContext checkContext) {
            return how.get();
        }
    }

    private static Check finds(CheckResult... checkResults) {
        return new Looking("something", () -> List.of(checkResults));
    }

    private static List<CheckResult> look(Duration patience, Check... checks) throws InterruptedException {
        Set<Check> all = new LinkedHashSet<>(List.of(checks));
        return new Checkup(all, patience).look(CheckContext.COMMAND_LINE);
    }

    @Test
    void oneThatBreaksIsAFindingAndHoldsUpNoOther() throws Exception {
        var broken = new Looking("the moon", () -> {
            throw new IllegalStateException("token xoxb-1 is not for telling");
        });
        assertThat(look(Duration.ofSeconds(10), broken, finds(SUN)))
                .containsExactly(
                        CheckResult.unknown(
                                "the moon",
                                "This check itself failed (java.lang.IllegalStateException).",
                                "That is a bug in Signalman, not in your setup. See the log."),
                        SUN);
    }

    @Test
    void oneThatHangsIsUnknownAndHoldsUpNoOther() throws Exception {
        var never = new CountDownLatch(1);
        var hanging = new Looking("the tide", () -> waitFor(never));
        assertThat(look(Duration.ofMillis(50), hanging)).singleElement().satisfies(checkResult -> {
            assertThat(checkResult.state()).isEqualTo(CheckResult.State.UNKNOWN);
            assertThat(checkResult.what()).isEqualTo("the tide");
        });
    }

    private static List<CheckResult> waitFor(CountDownLatch latch) {
        try {
            latch.await();
            return List.of(SUN);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            return List.of();
        }
    }

    @Test
    void allLookAtTheSameTimeAndAreToldInTheirOrder() throws Exception {
        var together = new CyclicBarrier(2);
        Supplier<List<CheckResult>> meets = () -> {
            try {
                together.await();
                return List.of(SUN);
            } catch (Exception alone) {
                throw new IllegalStateException(alone);
            }
        };
        var rain = CheckResult.worthALook("rain", "It falls.", "Take an umbrella.");
        assertThat(look(Duration.ofSeconds(10), new Looking("a", meets), finds(rain), new Looking("b", meets)))
                .containsExactly(SUN, rain, SUN);
    }

    @Test
    void withoutChecksNothingIsFound() throws Exception {
        assertThat(look(Duration.ofSeconds(1))).isEmpty();
    }
}
