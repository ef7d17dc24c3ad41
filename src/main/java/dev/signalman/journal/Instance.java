package dev.signalman.journal;

import dev.signalman.dispatch.Ids;
import jakarta.inject.Inject;

/** This process among its equals: an id that no other process has or had. */
public final class Instance {
    private final String id;

    @Inject
    Instance(Ids ids) {
        this.id = ids.next();
    }

    String id() {
        return id;
    }
}
