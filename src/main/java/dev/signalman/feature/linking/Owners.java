package dev.signalman.feature.linking;

import dev.signalman.dispatch.Workspace;
import dev.signalman.domain.Actor;
import jakarta.inject.Inject;

/** Knows people as owners of tokens. */
final class Owners {
    private final Workspace workspace;

    @Inject
    Owners(Workspace workspace) {
        this.workspace = workspace;
    }

    Owner of(Actor person) {
        return new Owner(workspace.id(), person.userId());
    }
}
