package dev.signalman.journal;

import dev.signalman.dispatch.IdGenerator;
import jakarta.inject.Inject;

/** This process among its equals: an id that no other process has or had. */
public final class InstanceId {
    private final String id;

    @Inject
    InstanceId(IdGenerator idGenerator) {
        this.id = idGenerator.next();
    }

    String id() {
        return id;
    }
}
