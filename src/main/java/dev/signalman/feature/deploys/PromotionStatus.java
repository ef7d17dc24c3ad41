package dev.signalman.feature.deploys;

import dev.signalman.card.Text;
import dev.signalman.domain.Pipeline;
import dev.signalman.subject.SemaphoreLinks;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a promotion has deployed.
 *
 * @param current the newest deploy that passed; null for none
 * @param last the newest deploy, however it ended; null for none
 * @param since number of commits that passed after it
 * @param exact whether that number is complete
 * @param next the newest pipeline that could follow; null for none
 */
record PromotionStatus(
        String promotion,
        @Nullable Deploy current,
        @Nullable Deploy last,
        int since,
        boolean exact,
        @Nullable Pipeline next) {
    Text row(SemaphoreLinks links) {
        var row = Text.empty().bold(promotion).plain("  ");
        var deployed = current == null ? null : current.pipeline();
        if (current == null || deployed == null) {
            return row.plain("no successful deploy found" + later());
        }
        var at = current.since();
        row = row.code(deployed.shortCommit());
        row = at == null ? row : row.plain(" since ").date(at);
        row = current.who().isEmpty() ? row : row.plain(" " + current.who());
        return row.plain("  ·  " + behind() + later() + "  ·  ").link("Open", links.pipeline(deployed));
    }

    /** In plain words, e.g. {@code production has 77aa01c, 3 passed since}. */
    String spoken() {
        var deployed = current == null ? null : current.pipeline();
        return deployed == null
                ? promotion + " has no successful deploy" + later()
                : promotion + " has " + deployed.shortCommit() + ", " + behind() + later();
    }

    private String behind() {
        if (since > 0) {
            return (exact ? "" : "at least ") + since + " newer passed";
        }
        return exact ? "up to date" : "nothing newer found";
    }

    private String later() {
        return last == null || Objects.equals(last, current) ? "" : ", latest deploy " + last.outcome();
    }
}
