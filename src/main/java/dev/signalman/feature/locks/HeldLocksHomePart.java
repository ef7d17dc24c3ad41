package dev.signalman.feature.locks;

import dev.signalman.card.CardActions;
import dev.signalman.card.HomeCard;
import dev.signalman.card.Symbol;
import dev.signalman.card.Text;
import dev.signalman.port.HomePart;
import jakarta.inject.Inject;
import java.util.Optional;

/** Lists, on the home tab, the locks that the person holds. */
final class HeldLocksHomePart implements HomePart {
    private final JdbiLocks locks;

    @Inject
    HeldLocksHomePart(JdbiLocks locks) {
        this.locks = locks;
    }

    @Override
    public Shelf shelf() {
        return Shelf.LOCKS;
    }

    @Override
    public Optional<Shown> of(String userId) {
        var entries = locks.all().stream()
                .filter(held -> held.holder().userId().equals(userId))
                .map(held -> new HomeCard.Entry(
                        Text.empty()
                                .text(LockPhrases.which(held))
                                .plain("  ·  ")
                                .text(LockPhrases.terms(held)),
                        CardActions.of(LockCardFactory.unlock(held))))
                .toList();
        if (entries.isEmpty()) {
            return Optional.empty();
        }
        var title = Text.empty().symbol(Symbol.LOCKED).bold("Your locks");
        return Optional.of(new Shown(
                entries.size() == 1 ? "You hold 1 lock." : "You hold " + entries.size() + " locks.",
                new HomeCard.Part(title, entries, "")));
    }
}
