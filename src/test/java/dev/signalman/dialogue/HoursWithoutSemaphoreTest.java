package dev.signalman.dialogue;

import static dev.signalman.harness.WorkspaceFixture.ALICE;
import static dev.signalman.harness.WorkspaceFixture.BUILDS;
import static dev.signalman.harness.WorkspaceFixture.DEPLOYS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalman.harness.Dialogue;
import dev.signalman.simulator.semaphore.http.SemaphoreFault;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Semaphore's API fails for hours while it builds and notifies; afterwards every result is announced once. */
final class HoursWithoutSemaphoreTest {
    private Dialogue bot;

    @BeforeEach
    void start() throws Exception {
        bot = Dialogue.start();
        bot.isNotifiedOf("web");
        bot.subscribes(ALICE, BUILDS, "web");
        bot.passed("web", "Before");
        bot.cardIn(BUILDS, "Before");
        bot.subscribes(ALICE, DEPLOYS, "web result=failed");
        bot.untilAllIsDone();
    }

    @AfterEach
    void end() {
        bot.close();
    }

    private void inTrouble(SemaphoreFault fault, int builds) {
        bot.semaphore().fault(fault);
        for (int n = 0; n < builds; n++) {
            bot.passed("web", "Hidden " + n + ".");
        }
        bot.until(
                "all were told of",
                () -> bot.semaphore().notifications().deliveries().size() > builds);
        for (int hours = 0; hours < 3; hours++) {
            bot.passes(Duration.ofHours(1));
            bot.semaphore().forgetCalls();
            bot.until("it was tried", () -> bot.semaphore().calls().size() > 2);
        }
        assertThat(bot.shown(BUILDS, "Hidden")).isEmpty();
        bot.semaphore().heal();
    }

    @Test
    void whatIsLittleIsShownOneByOne() {
        inTrouble(SemaphoreFault.everywhere().always().internalError(), 3);
        for (int n = 0; n < 3; n++) {
            bot.cardIn(BUILDS, "Hidden " + n + ".");
        }
        whatWaitsIsDue();
        for (int n = 0; n < 3; n++) {
            assertThat(bot.shown(BUILDS, "Hidden " + n + ".")).hasSize(1);
        }
        assertThat(bot.shown(BUILDS, "During an outage")).isEmpty();
    }

    @Test
    void whatIsMuchIsSummedUpOnceInEachChannelThatWantsIt() {
        inTrouble(SemaphoreFault.everywhere().always().timesOut(), 22);
        var summary = bot.cardIn(BUILDS, "During an outage", "22 pipelines of web");
        whatWaitsIsDue();
        bot.passed("web", "Afterwards");
        bot.cardIn(BUILDS, "Afterwards");
        bot.untilAllIsDone();
        assertThat(bot.shown(BUILDS, "During an outage")).hasSize(1);
        assertThat(bot.shown(BUILDS, "Hidden"))
                .as("the summary alone names them")
                .allMatch(each -> each.ts().equals(summary.ts()));
        assertThat(bot.shown(DEPLOYS, "During an outage")).isEmpty();
    }

    /** Makes waiting notifications due: those to be retried, and those to be summarised. */
    private void whatWaitsIsDue() {
        for (int n = 0; n < 3; n++) {
            bot.passes(Duration.ofMinutes(3));
            bot.untilAllIsDone();
        }
    }
}
