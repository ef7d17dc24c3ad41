package dev.signalman.simulator.slack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One person's Slack client, for a page that draws it: content as Slack writes it, and actions by ids. An action that
 * is not available is an {@link ImpossibleActionError}.
 */
public final class ClientWindow {
    private final String person;
    private final SimulatedWorkspace workspace;
    private final AppInstallation app;
    private final ScreenActions screenActions;
    private final ModalActions modalActions;
    private final EventsApi events;
    private final ReadMarkers readMarkers;

    ClientWindow(
            String person,
            SimulatedWorkspace workspace,
            AppInstallation app,
            ScreenActions screenActions,
            ModalActions modalActions,
            EventsApi events,
            ReadMarkers readMarkers) {
        this.person = screenActions.active(person).id();
        this.workspace = workspace;
        this.app = app;
        this.screenActions = screenActions;
        this.modalActions = modalActions;
        this.events = events;
        this.readMarkers = readMarkers;
    }

    /** The person's channels and direct messages, in creation order. */
    public List<Conversation> channels() {
        return workspace.conversations().stream()
                .filter(each -> each.has(person))
                .toList();
    }

    /** Number of unread messages from others in a channel. */
    public int unread(String channel) {
        return readMarkers.unread(person, channel, workspace.messages(place(channel)));
    }

    /** Marks a channel as read. */
    public void read(String channel) {
        workspace.messages(place(channel)).stream()
                .map(PostedMessage::ts)
                .max(Comparator.naturalOrder())
                .ifPresent(ts -> readMarkers.read(person, channel, ts));
    }

    /**
     * Visible messages, oldest first, as Slack writes them, with author and reply counts.
     *
     * @param thread {@code ts} of a message, for its thread; null for the channel
     */
    public ArrayNode messages(String channel, @Nullable String thread) {
        var visible = workspace.messages(place(channel)).stream()
                .filter(each -> each.visibleTo(person))
                .toList();
        var shown = SlackJson.array();
        visible.stream()
                .filter(each -> thread == null
                        ? each.threadTs() == null
                        : each.ts().equals(thread) || thread.equals(each.threadTs()))
                .forEach(each -> shown.add(new ClientWindowMessage(workspace, app).of(each, visible)));
        return shown;
    }

    /** Posts a message; {@code thread} is the first message's {@code ts}, or null. */
    public void write(String channel, @Nullable String thread, String typed) {
        events.write(person, channel, thread, typed);
        read(channel);
    }

    /**
     * Uses a control of a message, confirming any question.
     *
     * @param selected the option's value, for menus
     */
    public SlackDelivery press(String channel, String ts, String blockId, String actionId, @Nullable String selected) {
        return screenActions.use(person, channel, ts, blockId, actionId, selected);
    }

    /** Uses a control in a modal or on the home tab. */
    public SlackDelivery press(String view, String blockId, String actionId, @Nullable String selected) {
        return modalActions.use(person, view, blockId, actionId, selected);
    }

    /**
     * Uses a message shortcut.
     *
     * @param callback one of {@link AppFeatures#shortcuts}
     */
    public SlackDelivery shortcut(String channel, String ts, String callback) {
        var message = workspace
                .message(place(channel), ts)
                .orElseThrow(() -> new ImpossibleActionError("There is no message " + ts + " any more"));
        return screenActions.shortcut(person, message, callback);
    }

    /** The bot's options for typed text in a menu of a message: {@code options} or {@code option_groups}. */
    public ObjectNode options(String channel, String ts, String blockId, String actionId, String typed) {
        return screenActions.options(person, channel, ts, blockId, actionId, typed);
    }

    /** The bot's options in a menu of a modal or home tab. */
    public ObjectNode options(String view, String blockId, String actionId, String typed) {
        return modalActions.options(person, view, blockId, actionId, typed);
    }

    /** The open modals, topmost last. */
    public List<OpenView> modals() {
        return modalActions.open(person);
    }

    /** The person's published home tab as Slack writes it; null for none. */
    public @Nullable ObjectNode home() {
        return modalActions
                .home(person)
                .map(view -> view.json(app, SlackJson.object()))
                .orElse(null);
    }

    /** A modal as Slack writes it. */
    public ObjectNode json(OpenView modal) {
        return modal.json(app, SlackJson.object());
    }

    /**
     * Submits the topmost modal.
     *
     * @param values by block_id and action_id: a text, an option's value, several of them, or null
     * @return errors by block from the bot or Slack; empty when accepted
     */
    public Map<String, String> submit(String view, JsonNode values) {
        return modalActions.submit(person, view, values);
    }

    /** Closes the topmost modal. */
    public void close(String view) {
        modalActions.close(person, view);
    }

    /** Slack's own error messages to the person, newest last. */
    public List<ScreenError> errors() {
        return workspace.errors().stream()
                .filter(each -> each.person().equals(person))
                .toList();
    }

    private String place(String channel) {
        return screenActions.place(screenActions.active(person), channel).id();
    }
}
