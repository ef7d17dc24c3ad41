package dev.signalman.feature.locks;

import com.google.inject.AbstractModule;
import dev.signalman.dispatch.RowChange;
import java.util.List;
import java.util.Optional;

/** Binds locks that are known without a database, none of which holds in Semaphore's web. */
public final class GivenLockModule extends AbstractModule {
    private final List<GivenLock> locks;

    public GivenLockModule(List<GivenLock> locks) {
        this.locks = List.copyOf(locks);
    }

    @Override
    protected void configure() {
        bind(HeldLocks.class).toInstance(new Given(locks));
        bind(WebHoldStatusReader.class).toInstance(what -> WebHoldStatus.of(List.of()));
    }

    private record Given(List<GivenLock> locks) implements HeldLocks {
        @Override
        public Optional<HeldLock> of(LockedPromotion what) {
            return locks.stream()
                    .filter(lock -> lock.what().equals(what))
                    .findFirst()
                    .map(GivenLock::held);
        }

        /** Nothing is recorded, so nobody could lock it meanwhile. */
        @Override
        public RowChange free(LockedPromotion what) {
            return handle -> {};
        }
    }
}
