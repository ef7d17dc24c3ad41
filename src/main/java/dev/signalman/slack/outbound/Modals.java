package dev.signalman.slack.outbound;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalman.chat.MessengerException;
import jakarta.inject.Inject;
import okhttp3.FormBody;

/** Opens and updates modals, by {@code views.open} and {@code views.update}. Each call is made once. */
public final class Modals {
    private final SlackWebApi slack;

    @Inject
    public Modals(SlackWebApi slack) {
        this.slack = slack;
    }

    /**
     * Opens a view.
     *
     * @param trigger from the press or command; valid once and for 3 s
     * @throws MessengerException of kind {@code USED_UP} when the trigger has expired
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
     * Updates an open view.
     *
     * @param hash of the version that the update is based on; Slack refuses if the view has changed since
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
