package dev.signalman.simulator.semaphore;

/** A right within a project. */
public enum Permission {
    VIEW(Role.READER),
    RERUN(Role.CONTRIBUTOR),
    STOP(Role.CONTRIBUTOR),
    RUN_TASK(Role.CONTRIBUTOR),
    MANAGE_TARGETS(Role.ADMIN);

    private final Role leastRole;

    Permission(Role leastRole) {
        this.leastRole = leastRole;
    }

    boolean heldBy(Role role) {
        return role.compareTo(leastRole) >= 0;
    }
}
