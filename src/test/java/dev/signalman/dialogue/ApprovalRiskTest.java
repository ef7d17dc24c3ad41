package dev.signalman.dialogue;

import static dev.signalman.harness.WorkspaceFixture.ALICE;
import static dev.signalman.harness.WorkspaceFixture.BOB;
import static dev.signalman.harness.WorkspaceFixture.RELEASE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalman.domain.Freeze;
import dev.signalman.harness.Dialogue;
import dev.signalman.ruling.Approvals;
import dev.signalman.ruling.Policies;
import dev.signalman.ruling.Policy;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An approval card says why to look twice, in one line, where there is a reason. */
final class ApprovalRiskTest {
    private static final Policy POLICY =
            Policy.of("production", List.of("web"), List.of(), null).with(Approvals.of(2, RELEASE));

    private static Dialogue under(Policy policy) throws Exception {
        var bot = Dialogue.start(new Policies(List.of(policy)));
        bot.passed("web", "Round invoices");
        return bot;
    }

    @Test
    void withoutARiskThereIsNoLine() throws Exception {
        try (var bot = under(POLICY)) {
            bot.says(ALICE, "/semaphore promote production web");
            assertThat(bot.card("0 of 2 approvals").drawn()).doesNotContain("⚠");
        }
    }

    @Test
    void aFreezeThatStartsSoonIsARisk() throws Exception {
        var begin = Instant.now().plus(Duration.ofMinutes(40)).atZone(ZoneOffset.UTC);
        var cron = "0 " + begin.getMinute() + " " + begin.getHour() + " * * *";
        try (var bot = under(POLICY.frozen(Freeze.of(cron, "PT1H", "UTC", "stocktaking")))) {
            bot.says(ALICE, "/semaphore promote production web");
            var card = bot.card("0 of 2 approvals", "⚠ A freeze starts ");
            bot.passes(Duration.ofMinutes(45));
            bot.presses(BOB, card, "Approve");
            assertThat(bot.becomes(card, "1 of 2 approvals").drawn()).doesNotContain("⚠");
        }
    }

    @Test
    void aLongPauseIsARisk() throws Exception {
        try (var bot = under(POLICY)) {
            bot.semaphore().finish(bot.promotedOnTheWeb("web", bot.passed("web", "Long ago"), "production"));
            bot.passes(Duration.ofDays(22));
            bot.passed("web", "Lately");
            bot.says(ALICE, "/semaphore promote production web");
            bot.card("Lately", "0 of 2 approvals", "⚠ Last deploy was 3 weeks ago");
        }
    }
}
