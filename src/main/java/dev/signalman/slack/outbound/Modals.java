package dev.signalman.slack.outbound;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalman.dispatch.MessengerException;
import jakarta.inject.Inject;
import okhttp3.FormBody;

/** Puts a view on one person's screen, by {@code views.open} and {@code views.update}. Each call is made once. */
public final class Modals {
    private final SlackWebApi slack;

    /** Calls Slack through {@code slack}. */
    @Inject
    public Modals(SlackWebApi slack) {
        this.slack = slack;
    }

    /**
     * Opens a view.
     *
     * @param trigger what came with the press or command, good once and for 3 s
     * @throws MessengerException of kind {@code USED_UP} when it was too late
     */
    public void open(String trigger, ObjectNode view) {
        slack.call(
                SlackMethod.OPEN_VIEW,
                new FormBody.Builder()
                        .add("trigger_id", trigger)
                        .add("view", view.toString())
                        .build());
    }

    /**
     * Draws an open view anew.
     *
     * @param hash what was drawn when it was decided on; Slack refuses if it was drawn anew since
     */
    public void update(String viewId, String hash, ObjectNode view) {
        slack.call(
                SlackMethod.UPDATE_VIEW,
                new FormBody.Builder()
                        .add("view_id", viewId)
                        .add("hash", hash)
                        .add("view", view.toString())
                        .build());
    }
}
