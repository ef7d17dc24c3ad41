package dev.signalman.simulator.slack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One person's window on the workspace, for a page that draws it: what stands there as Slack writes it, and what can be
 * done, by the ids that stand in it. What the window does not offer is an {@link ImpossibleActionError}.
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

    /** The channels and direct messages that the person is in, in the order in which they were made. */
    public List<Conversation> channels() {
        return workspace.conversations().stream()
                .filter(each -> each.has(person))
                .toList();
    }

    /** How many messages of others the person has not read in a channel. */
    public int unread(String channel) {
        return readMarkers.unread(person, channel, workspace.messages(place(channel)));
    }

    /** The person has read all that stands in a channel now. */
    public void read(String channel) {
        workspace.messages(place(channel)).stream()
                .map(PostedMessage::ts)
                .max(Comparator.naturalOrder())
                .ifPresent(ts -> readMarkers.read(person, channel, ts));
    }

    /**
     * What the person sees in a channel, oldest first, as Slack writes messages, with who wrote it and what came of it.
     *
     * @param thread the {@code ts} of a message, to see it and its replies; null for the channel itself
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

    /** Writes a message, in a thread when {@code thread} is its first message's {@code ts}. */
    public void write(String channel, @Nullable String thread, String typed) {
        events.write(person, channel, thread, typed);
        read(channel);
    }

    /**
     * Uses a control of a message, having said yes to whatever it asks.
     *
     * @param selected the value of the option, for menus
     */
    public SlackDelivery press(String channel, String ts, String blockId, String actionId, @Nullable String selected) {
        return screenActions.use(person, channel, ts, blockId, actionId, selected);
    }

    /** The same in a modal or on the home tab. */
    public SlackDelivery press(String view, String blockId, String actionId, @Nullable String selected) {
        return modalActions.use(person, view, blockId, actionId, selected);
    }

    /**
     * Chooses a shortcut from the menu of a message.
     *
     * @param callback one of {@link AppFeatures#shortcuts}
     */
    public SlackDelivery shortcut(String channel, String ts, String callback) {
        var message = workspace
                .message(place(channel), ts)
                .orElseThrow(() -> new ImpossibleActionError("There is no message " + ts + " any more"));
        return screenActions.shortcut(person, message, callback);
    }

    /** What the bot offers in a menu of a message, for what was typed into it: {@code options} or {@code option_groups}. */
    public ObjectNode options(String channel, String ts, String blockId, String actionId, String typed) {
        return screenActions.options(person, channel, ts, blockId, actionId, typed);
    }

    /** The same in a modal or on the home tab. */
    public ObjectNode options(String view, String blockId, String actionId, String typed) {
        return modalActions.options(person, view, blockId, actionId, typed);
    }

    /** The modals that are open, the topmost last. */
    public List<OpenView> modals() {
        return modalActions.open(person);
    }

    /** The home tab that the bot published for the person, as Slack writes it; null when there is none. */
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
     * Submits the modal on top.
     *
     * @param values by block_id and action_id: a text, an option's value, several of them, or null
     * @return what stands under which block when it was sent back, by the bot or by Slack itself; empty when it was taken
     */
    public Map<String, String> submit(String view, JsonNode values) {
        return modalActions.submit(person, view, values);
    }

    /** Closes the modal on top. */
    public void close(String view) {
        modalActions.close(person, view);
    }

    /** What Slack told the person because the bot did not answer as it should, newest last. */
    public List<ScreenError> errors() {
        return workspace.errors().stream()
                .filter(each -> each.person().equals(person))
                .toList();
    }

    private String place(String channel) {
        return screenActions.place(screenActions.active(person), channel).id();
    }
}
