package dev.signalman.feature.locks;

import dev.signalman.card.Button;
import dev.signalman.card.CardActions;
import dev.signalman.card.ListCard;
import dev.signalman.card.Menu;
import dev.signalman.card.Symbol;
import dev.signalman.card.Text;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Lists the locks, each with its button, and the freezes. */
final class LockList {
    private static final int SIDE_BY_SIDE = 5;

    private final JdbiLocks locks;
    private final FreezeList freezes;
    private final TargetReconcileTrigger trigger;

    @Inject
    LockList(JdbiLocks locks, FreezeList freezes, TargetReconcileTrigger trigger) {
        this.trigger = trigger;
        this.locks = locks;
        this.freezes = freezes;
    }

    ListCard all() {
        return of(locks.all());
    }

    /** The list without a lock that is about to end. */
    ListCard without(HeldLock ended) {
        return of(locks.all().stream()
                .filter(held -> !held.id().equals(ended.id()))
                .toList());
    }

    private ListCard of(List<HeldLock> all) {
        var frozen = freezes.rows();
        return new ListCard(
                (sentence(all) + " " + freezes.sentence()).strip(),
                Text.empty().bold(frozen.isEmpty() ? "Locks" : "Locks and freezes"),
                Stream.concat(all.stream().map(this::row), frozen.stream()).toList(),
                all.isEmpty() ? "Nothing is locked. To lock, try /semaphore lock production for 2h because …." : "",
                actions(all));
    }

    private static String sentence(List<HeldLock> all) {
        return all.isEmpty()
                ? "Nothing is locked."
                : all.stream()
                        .map(held -> held.promotion() + " of " + held.what().project() + ", by "
                                + held.holder().name())
                        .collect(Collectors.joining("; ", all.size() == 1 ? "1 lock: " : all.size() + " locks: ", "."));
    }

    private Text row(HeldLock held) {
        var line = Text.empty()
                .symbol(Symbol.LOCKED)
                .text(LockPhrases.which(held))
                .plain("  ·  ")
                .text(LockPhrases.terms(held));
        return held.server()
                ? line.plain("  ·  " + trigger.webHoldOf(held.what()).words())
                : line;
    }

    private static CardActions actions(List<HeldLock> all) {
        var buttons = all.stream().map(LockList::button).toList();
        return buttons.size() <= SIDE_BY_SIDE
                ? CardActions.of(buttons)
                : new CardActions(List.of(), new Menu("Unlock …", buttons));
    }

    private static Button button(HeldLock held) {
        var asking = LockCardFactory.unlock(held);
        return new Button(
                "Unlock " + held.promotion() + " of " + held.what().project(),
                asking.command(),
                asking.style(),
                asking.confirm());
    }
}
