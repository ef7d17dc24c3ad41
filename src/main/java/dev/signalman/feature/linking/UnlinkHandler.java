package dev.signalman.feature.linking;

import dev.signalman.card.TextCard;
import dev.signalman.chat.Workspace;
import dev.signalman.command.Unlink;
import dev.signalman.dispatch.Handler;
import dev.signalman.dispatch.Invocation;
import dev.signalman.dispatch.Outcome;
import jakarta.inject.Inject;

/** Deletes a person's linked token. It needs no key, so it also works where linking is disabled. */
final class UnlinkHandler implements Handler<Unlink> {
    private final Workspace workspace;
    private final LinkedTokenStore links;
    private final OfferedTokenStore offers;

    @Inject
    UnlinkHandler(Workspace workspace, LinkedTokenStore links, OfferedTokenStore offers) {
        this.workspace = workspace;
        this.links = links;
        this.offers = offers;
    }

    @Override
    public Outcome handle(Unlink command, Invocation invocation) {
        var owner = TokenOwner.of(invocation.actor(), workspace);
        var sentence = links.of(owner).isPresent()
                ? "Your Semaphore token is deleted here. It stays valid until you reset it in Semaphore."
                : "You have no linked Semaphore token. Nothing was changed.";
        return Outcome.answer(TextCard.of(sentence))
                .with(links.unlinking(owner))
                .with(offers.forgetting(owner));
    }
}
