package dev.signalman.dispatch;

import dev.signalman.card.Card;
import jakarta.inject.Inject;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Shows a secret to the one who asked, at once and once; it is written down nowhere, so it is lost when Slack does not take it. */
final class Whispers {
    private static final Logger LOG = LoggerFactory.getLogger(Whispers.class);

    private final Messenger messenger;
    private final Painter painter;
    private final Ids ids;

    @Inject
    Whispers(Messenger messenger, Painter painter, Ids ids) {
        this.messenger = messenger;
        this.painter = painter;
        this.ids = ids;
    }

    void tell(Card secret, Invocation invocation) {
        var drawing = painter.draw(secret, ids.next());
        var place = invocation.place();
        try {
            messenger.whisper(
                    place.channel(), place.thread(), invocation.actor().userId(), drawing);
        } catch (MessengerException refused) {
            LOG.warn("A secret could not be shown for {}: {}", invocation.id(), refused.kind());
            throughResponseUrl(drawing, invocation);
        }
    }

    private void throughResponseUrl(Drawing drawing, Invocation invocation) {
        var responseUrl = invocation.responseUrl();
        if (responseUrl == null) {
            return;
        }
        try {
            messenger.respond(responseUrl, drawing, false);
        } catch (MessengerException refused) {
            LOG.warn("A secret was lost for {}: {}", invocation.id(), refused.kind());
        }
    }
}
