package dev.signalman.feature.locks;

import dev.signalman.card.Text;
import dev.signalman.command.Suggestion;
import dev.signalman.command.Unlock;
import dev.signalman.dispatch.RowChange;
import dev.signalman.ruling.Judgement;
import dev.signalman.ruling.Rule;
import dev.signalman.ruling.RuleTopic;
import dev.signalman.ruling.Verdict;
import dev.signalman.ruling.Wish;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Refuses promotions while a lock holds, even by its holder. */
final class LockRule implements Rule<Optional<LockRule.Holding>> {
    private final HeldLocks locks;
    private final WebHoldStatusReader webHolds;
    private final InstantSource clock;

    @Inject
    LockRule(HeldLocks locks, WebHoldStatusReader webHolds, InstantSource clock) {
        this.locks = locks;
        this.webHolds = webHolds;
        this.clock = clock;
    }

    /** The current lock, and whether it holds in Semaphore's web. */
    record Holding(HeldLock lock, WebHoldStatus webHold) {}

    @Override
    public RuleTopic topic() {
        return RuleTopic.LOCK;
    }

    @Override
    public Optional<Holding> gather(Wish wish) {
        var made = wish.start().made();
        return locks.of(what(wish))
                .filter(held -> made == null
                        ? held.holds(clock.instant())
                        : held.holds(made) && !held.since().isAfter(made))
                .map(held -> new Holding(held, webHolds.webHoldOf(held.what())));
    }

    @Override
    public List<Judgement> judge(Wish wish, Optional<Holding> holding) {
        return List.of(holding.map(each -> locked(wish, each.lock(), each.webHold()))
                .orElse(Judgement.met(topic(), "Not locked")));
    }

    @Override
    public Optional<RowChange> guard(Wish wish) {
        return Optional.of(locks.free(what(wish)));
    }

    private Judgement locked(Wish wish, HeldLock held, WebHoldStatus webHoldStatus) {
        var project = wish.project().name();
        var said = Text.of("Locked by ")
                .text(LockPhrases.terms(held))
                .plain(". " + project + " can't be promoted to " + held.promotion()
                        + " until it is unlocked."
                        + (held.server() ? " " + webHoldStatus.words() + "." : ""));
        return new Judgement(topic(), Verdict.WAITS, said, List.of(), Text.empty(), next(wish, held));
    }

    /** The holder unlocks; others ask the holder, or unlock if they may. */
    private static List<Suggestion> next(Wish wish, HeldLock held) {
        var unlock = new Unlock(held.promotion(), LockCardFactory.project(held), false, null);
        var unlocking = Suggestion.next("Unlock " + held.promotion(), unlock);
        return held.by(wish.requester().userId())
                ? List.of(unlocking)
                : List.of(
                        Suggestion.next("Ask " + held.holder().name() + " to unlock", LockCardFactory.asking(held)),
                        unlocking);
    }

    private static LockedPromotion what(Wish wish) {
        return LockedPromotion.of(wish.project(), wish.promotion());
    }
}
