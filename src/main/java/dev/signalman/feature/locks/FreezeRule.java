package dev.signalman.feature.locks;

import dev.signalman.card.Text;
import dev.signalman.domain.Freeze;
import dev.signalman.domain.Freeze.Window;
import dev.signalman.ruling.Judgement;
import dev.signalman.ruling.Rule;
import dev.signalman.ruling.RuleTopic;
import dev.signalman.ruling.Verdict;
import dev.signalman.ruling.Wish;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** Refuses promotions during a freeze, unless somebody breaks the glass. */
final class FreezeRule implements Rule<FreezeRule.Facts> {
    private final WebHoldStatusReader webHolds;
    private final InstantSource clock;

    @Inject
    FreezeRule(WebHoldStatusReader webHolds, InstantSource clock) {
        this.webHolds = webHolds;
        this.clock = clock;
    }

    /** The time, and whether the freeze holds in Semaphore's web. */
    record Facts(Instant now, WebHoldStatus webHold) {}

    @Override
    public RuleTopic topic() {
        return RuleTopic.FREEZE;
    }

    /** The freezes themselves are in the policies. */
    @Override
    public Facts gather(Wish wish) {
        var made = wish.start().made();
        return new Facts(
                made == null ? clock.instant() : made,
                webHolds.webHoldOf(LockedPromotion.of(wish.project(), wish.promotion())));
    }

    @Override
    public List<Judgement> judge(Wish wish, Facts facts) {
        var frozen = wish.policies().stream()
                .flatMap(policy -> policy.freezes().stream())
                .flatMap(freeze -> freeze.at(facts.now()).map(window -> judge(wish, freeze, window, facts)).stream())
                .toList();
        return frozen.isEmpty() ? List.of(Judgement.met(topic(), "Not frozen")) : frozen;
    }

    private Judgement judge(Wish wish, Freeze freeze, Window window, Facts facts) {
        var until = window.until();
        var when = until == null ? Text.of("Frozen") : Text.of("Frozen until ").date(until);
        var what = freeze.reason().isEmpty() ? when : when.plain(": " + freeze.reason());
        if (wish.breakGlass() != null) {
            return new Judgement(topic(), Verdict.MET, what.plain(", waived by break-glass"), List.of(), Text.empty());
        }
        return new Judgement(
                topic(),
                Verdict.WAITS,
                what.plain(". " + wish.project().name() + " can't be promoted to "
                        + wish.promotion()
                        + (until == null
                                ? ". The freeze has no end. Ask your Signalman admin to check freeze in signalman.yml."
                                : " before then.")
                        + (freeze.server() ? " " + facts.webHold().words() + "." : "")),
                List.of(),
                Text.empty());
    }
}
