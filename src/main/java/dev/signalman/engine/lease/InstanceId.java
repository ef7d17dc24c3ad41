package dev.signalman.engine.lease;

import dev.signalman.dispatch.IdGenerator;
import jakarta.inject.Inject;

/** This process's unique id. */
public final class InstanceId {
    private final String id;

    @Inject
    InstanceId(IdGenerator idGenerator) {
        this.id = idGenerator.next();
    }

    public String id() {
        return id;
    }
}
