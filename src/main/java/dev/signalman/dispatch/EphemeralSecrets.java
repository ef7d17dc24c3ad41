package dev.signalman.dispatch;

import dev.signalman.card.Card;
import dev.signalman.chat.CardRenderer;
import dev.signalman.chat.Messenger;
import dev.signalman.chat.MessengerException;
import dev.signalman.chat.RenderedCard;
import jakarta.inject.Inject;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Shows a secret to the asker, immediately and once. It is never stored, so it is lost if Slack refuses it. */
final class EphemeralSecrets {
    private static final Logger LOG = LoggerFactory.getLogger(EphemeralSecrets.class);

    private final Messenger messenger;
    private final CardRenderer cardRenderer;
    private final IdGenerator idGenerator;

    @Inject
    EphemeralSecrets(Messenger messenger, CardRenderer cardRenderer, IdGenerator idGenerator) {
        this.messenger = messenger;
        this.cardRenderer = cardRenderer;
        this.idGenerator = idGenerator;
    }

    void tell(Card secret, Invocation invocation) {
        var renderedCard = cardRenderer.draw(secret, idGenerator.next());
        var place = invocation.place();
        try {
            messenger.whisper(
                    place.channel(), place.thread(), invocation.actor().userId(), renderedCard);
        } catch (MessengerException refused) {
            LOG.warn(
                    "A private message could not be shown for {}; trying its response_url: {}",
                    invocation.id(),
                    refused.kind());
            throughResponseUrl(renderedCard, invocation);
        }
    }

    private void throughResponseUrl(RenderedCard renderedCard, Invocation invocation) {
        var responseUrl = invocation.responseUrl();
        if (responseUrl == null) {
            return;
        }
        try {
            messenger.respond(responseUrl, renderedCard, false);
        } catch (MessengerException refused) {
            LOG.warn(
                    "A private message for {} was lost; if it held a registration token, create the agent type again: {}",
                    invocation.id(),
                    refused.kind());
        }
    }
}
