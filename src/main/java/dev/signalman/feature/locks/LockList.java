package dev.signalman.feature.locks;

import dev.signalman.card.Actions;
import dev.signalman.card.Button;
import dev.signalman.card.Listing;
import dev.signalman.card.Menu;
import dev.signalman.card.Symbol;
import dev.signalman.card.Text;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The locks, a line each, with what ends them, and the freezes. */
final class LockList {
    private static final int SIDE_BY_SIDE = 5;

    private final JdbiLocks locks;
    private final FreezeList freezes;
    private final Tending tending;

    @Inject
    LockList(JdbiLocks locks, FreezeList freezes, Tending tending) {
        this.tending = tending;
        this.locks = locks;
        this.freezes = freezes;
    }

    /** All of them. */
    Listing all() {
        return of(locks.all());
    }

    /** What is left when one is ended. */
    Listing without(Held ended) {
        return of(locks.all().stream()
                .filter(held -> !held.id().equals(ended.id()))
                .toList());
    }

    private Listing of(List<Held> all) {
        var frozen = freezes.rows();
        return new Listing(
                (sentence(all) + " " + freezes.sentence()).strip(),
                Text.empty().bold(frozen.isEmpty() ? "Locks" : "Locks and freezes"),
                Stream.concat(all.stream().map(this::row), frozen.stream()).toList(),
                all.isEmpty() ? "Nothing is locked. \"lock production for 2h because …\" locks." : "",
                actions(all));
    }

    private static String sentence(List<Held> all) {
        return all.isEmpty()
                ? "Nothing is locked."
                : all.stream()
                        .map(held -> held.promotion() + " of " + held.what().project() + ", by "
                                + held.holder().name())
                        .collect(Collectors.joining(
                                "; ", all.size() == 1 ? "One lock: " : all.size() + " locks: ", "."));
    }

    private Text row(Held held) {
        var line = Text.empty()
                .symbol(Symbol.LOCKED)
                .text(LockWords.which(held))
                .plain("  ·  ")
                .text(LockWords.terms(held));
        return held.server() ? line.plain("  ·  " + tending.bound(held.what()).words()) : line;
    }

    private static Actions actions(List<Held> all) {
        var buttons = all.stream().map(LockList::button).toList();
        return buttons.size() <= SIDE_BY_SIDE
                ? Actions.of(buttons)
                : new Actions(List.of(), new Menu("Unlock …", buttons));
    }

    private static Button button(Held held) {
        var asking = LockCards.unlock(held);
        return new Button(
                "Unlock " + held.promotion() + " of " + held.what().project(),
                asking.command(),
                asking.style(),
                asking.confirm());
    }
}
