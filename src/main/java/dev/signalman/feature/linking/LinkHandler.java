package dev.signalman.feature.linking;

import dev.signalman.card.TextCard;
import dev.signalman.chat.Workspace;
import dev.signalman.command.Link;
import dev.signalman.command.Refusal;
import dev.signalman.command.Suggestion;
import dev.signalman.dispatch.Handler;
import dev.signalman.dispatch.IdGenerator;
import dev.signalman.dispatch.Invocation;
import dev.signalman.dispatch.Outcome;
import jakarta.inject.Inject;
import java.util.List;

/** Links the token from a form; where no form can be opened, says where one can. */
final class LinkHandler implements Handler<Link> {
    private final Workspace workspace;
    private final OfferedTokenStore offers;
    private final LinkedTokenStore links;
    private final IdGenerator idGenerator;

    @Inject
    LinkHandler(Workspace workspace, OfferedTokenStore offers, LinkedTokenStore links, IdGenerator idGenerator) {
        this.workspace = workspace;
        this.offers = offers;
        this.links = links;
        this.idGenerator = idGenerator;
    }

    @Override
    public Outcome handle(Link command, Invocation invocation) {
        var id = command.offer();
        if (id == null) {
            throw new Refusal(
                    "I can't open the form from here. Press the button, or type /semaphore link. Nothing was changed.",
                    List.of(Suggestion.next("Link", new Link(null))));
        }
        var owner = TokenOwner.of(invocation.actor(), workspace);
        var offer = offers.find(id, owner)
                .orElseThrow(() -> new Refusal(
                        "That form has expired (after an hour). Link your token again.",
                        List.of(Suggestion.next("Link", new Link(null)))));
        return Outcome.answer(TextCard.of(LinkPhrases.linked(offer.projects())))
                .with(links.linking(idGenerator.next(), owner, offer.sealed()))
                .with(offers.taking(id));
    }
}
