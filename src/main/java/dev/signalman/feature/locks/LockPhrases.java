package dev.signalman.feature.locks;

import dev.signalman.card.Text;

/** Describes locks in words. */
final class LockPhrases {
    private LockPhrases() {}

    /** For example {@code production of web}. */
    static Text which(HeldLock held) {
        return which(held.promotion(), held.what());
    }

    static Text which(String promotion, LockedPromotion what) {
        return Text.empty().bold(promotion).plain(" of ").bold(what.project());
    }

    /** Holder, start, end and reason, without a full stop. */
    static Text terms(HeldLock held) {
        var until = held.until();
        var since = Text.of(held.holder().name() + " since ").date(held.since());
        var ends = until == null ? since : since.plain(", until ").date(until);
        return ends.plain(because(held));
    }

    static String because(HeldLock held) {
        return held.reason() == null ? "" : ": " + held.reason();
    }
}
