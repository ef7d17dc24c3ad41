package dev.signalman.feature.linking;

import dev.signalman.dispatch.Workspace;
import dev.signalman.domain.Actor;
import jakarta.inject.Inject;

/** Maps people to token owners. */
final class TokenOwners {
    private final Workspace workspace;

    @Inject
    TokenOwners(Workspace workspace) {
        this.workspace = workspace;
    }

    TokenOwner of(Actor person) {
        return new TokenOwner(workspace.id(), person.userId());
    }
}
