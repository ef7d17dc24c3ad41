package dev.signalman.dialogue;

import static dev.signalman.harness.WorkspaceFixture.ALICE;
import static dev.signalman.harness.WorkspaceFixture.BOB;
import static dev.signalman.harness.WorkspaceFixture.CAROL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalman.domain.Freeze;
import dev.signalman.domain.Freeze.Unreadable;
import dev.signalman.harness.Dialogue;
import dev.signalman.ruling.Policies;
import dev.signalman.ruling.Policy;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Nothing is promoted during a freeze. */
final class PromotingInAFreezeTest {
    private final Instant today = InstantSource.system().instant().truncatedTo(ChronoUnit.DAYS);

    private static Dialogue frozen(String cron, String lasting, String reason) throws IOException, Unreadable {
        var policy =
                Policy.of("prod*", List.of("web"), List.of(), null).frozen(Freeze.of(cron, lasting, "UTC", reason));
        var bot = Dialogue.start(new Policies(List.of(policy)));
        bot.passed("web", "Row boats");
        return bot;
    }

    private String fromToday() {
        var day = today.atOffset(ZoneOffset.UTC);
        return "0 0 0 " + day.getDayOfMonth() + " " + day.getMonthValue() + " *";
    }

    @Test
    void itIsRefusedWithItsEndAndGoesAfterwards() throws Exception {
        try (var bot = frozen(fromToday(), "PT48H", "stocktaking")) {
            isFrozenForTwoDays(bot);
        }
    }

    private void isFrozenForTwoDays(Dialogue bot) {
        var end = today.plus(Duration.ofDays(2)).toString().substring(0, 10) + " 00:00 UTC";
        bot.says(ALICE, "/semaphore promote production web");
        var refused = bot.answer(
                ALICE, "Frozen until " + end + ": stocktaking. web can't be promoted to production before then.");
        assertThat(refused.blocks().toString()).contains("\"type\":\"date\"", "\"fallback\":\"" + end + "\"");
        assertThat(bot.asks(BOB, "/semaphore why production web").drawn())
                .contains("would be refused now.", "❌ Frozen until ", ": stocktaking.");
        var list = bot.asks(BOB, "/semaphore locks");
        assertThat(list.text()).isEqualTo("Nothing is locked. Frozen now: prod* of web.");
        assertThat(list.drawn())
                .contains("Locks and freezes", "❄ *prod** of *web*  ·  frozen until " + end + ": stocktaking");
        assertThat(bot.semaphore().promotions("web")).isEmpty();
        bot.says(ALICE, "/semaphore promote staging web");
        bot.card("Promoted to staging by Alice");

        bot.passes(Duration.ofDays(2));
        assertThat(bot.asks(CAROL, "/semaphore locks").drawn())
                .contains("❄ *prod** of *web*  ·  next frozen from ", ": stocktaking");
        assertThat(bot.asks(BOB, "/semaphore why production web").drawn()).contains("Not frozen");
        bot.says(ALICE, "/semaphore promote production web");
        bot.card("Promoted to production by Alice");
    }

    @Test
    void whereThereIsNoEndThatIsSaidAndALockIsToldOfToo() throws Exception {
        try (var bot = frozen("0 0 0 * * *", "PT24H", "")) {
            isFrozenWithoutEnd(bot);
        }
    }

    private static void isFrozenWithoutEnd(Dialogue bot) {
        bot.says(BOB, "/semaphore lock production web because of rain");
        bot.card("Bob locked");
        bot.says(ALICE, "/semaphore promote production web");
        bot.answer(ALICE, "Frozen. web can't be promoted to production.", "Locked by Bob since ", ": of rain.");
        assertThat(bot.semaphore().promotions("web")).isEmpty();
        var list = bot.asks(CAROL, "/semaphore locks");
        assertThat(list.text()).isEqualTo("1 lock: production of web, by Bob. Frozen now: prod* of web.");
        assertThat(list.drawn()).contains("frozen, no end set", "[Unlock production of web]");
    }
}
