package dev.signalman.journal;

import dev.signalman.dispatch.Drawing;
import dev.signalman.dispatch.Surfaces;

/** Notes what is shown among what is sent, e.g. {@code publish UBOB D1 hello}, and fails as the messenger is told to. */
record NotedSurfaces(NotedMessenger notes) implements Surfaces {
    @Override
    public void unfurl(String channel, String message, String link, Drawing drawing) {
        notes.note("unfurl " + channel + " " + message + " " + link + " " + drawing.text());
    }

    @Override
    public void publish(String userId, String channel, Drawing drawing) {
        notes.note("publish " + userId + " " + channel + " " + drawing.text());
    }
}
