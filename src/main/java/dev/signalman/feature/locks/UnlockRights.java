package dev.signalman.feature.locks;

import dev.signalman.command.Refusal;
import dev.signalman.domain.Actor;
import dev.signalman.domain.Project;
import jakarta.inject.Inject;
import java.time.InstantSource;

/** Tells whether a person may end the lock on a promotion. */
public final class UnlockRights {
    private final HeldLocks locks;
    private final UnlockPermissions permissions;
    private final InstantSource clock;

    @Inject
    UnlockRights(HeldLocks locks, UnlockPermissions permissions, InstantSource clock) {
        this.locks = locks;
        this.permissions = permissions;
        this.clock = clock;
    }

    /**
     * Admits the lock's holder, and those whom the rules name.
     *
     * @throws Refusal when the person may not, Slack does not say, or there is no lock
     */
    public void admit(Project project, String promotion, Actor person) {
        var held = locks.of(LockedPromotion.of(project, promotion))
                .filter(lock -> lock.holds(clock.instant()))
                .orElseThrow(() -> new Refusal(promotion + " of " + project.name() + " isn't locked."));
        permissions.admit(held, person.userId(), LockCardFactory.asking(held));
    }
}
