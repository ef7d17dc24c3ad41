package dev.signalman.feature.locks;

import dev.signalman.dispatch.RowChange;
import java.util.Optional;

/** Looks up the locks that a promotion is judged by. */
interface HeldLocks {
    /** The promotion's lock, even if expired. */
    Optional<HeldLock> of(LockedPromotion what);

    /** Verifies that no lock holds, and keeps anybody from setting one until the transaction ends. */
    RowChange free(LockedPromotion what);
}
