package dev.signalman.journal;

import dev.signalman.dispatch.IdGenerator;
import jakarta.inject.Inject;

/** This process's unique id. */
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
