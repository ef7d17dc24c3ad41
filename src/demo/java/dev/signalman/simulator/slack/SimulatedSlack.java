package dev.signalman.simulator.slack;

import dev.signalman.web.Reply;
import dev.signalman.web.Route;
import dev.signalman.web.WebServer;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A simulated Slack workspace with people to play, behind Slack's HTTP API.
 *
 * <p>It refuses what Slack refuses, with Slack's error codes; docs/slack.md says what is known. People's actions go to
 * the bot as signed requests or over its socket. A method returns after the bot's answer, and the screen then shows the
 * answer. People are named by id. An action that the UI does not offer is an {@link ImpossibleActionError}.
 */
public final class SimulatedSlack implements AutoCloseable {
    private final AppInstallation app;
    private final SimulatedWorkspace workspace = new SimulatedWorkspace();
    private final RateLimits limits = new RateLimits();
    private final SlackFaults faults = new SlackFaults();
    private final TimestampGenerator timestampGenerator;
    private final FaultInjector faultInjector;
    private final WebApiEndpoint api;
    private final IssuedResponseUrls urls;
    private final SlackDeliverySender slackDeliverySender;
    private final ScreenActions screenActions;
    private final ViewStacks views;
    private final ModalActions modalActions;
    private final EventsApi events;
    private final EventRedelivery eventRedelivery;
    private final SocketModeServer socketModeServer;
    private final ReadMarkers readMarkers = new ReadMarkers();
    private volatile String address = "";
    private @Nullable WebServer server;

    /** A workspace without a server: mount {@link #routes} and call {@link #servedAt}. */
    public SimulatedSlack(InstantSource clock, AppInstallation app) {
        this.app = app;
        this.timestampGenerator = new TimestampGenerator(clock);
        this.faultInjector = new FaultInjector(timestampGenerator, faults);
        var rules = new MessageRules();
        var chat = new ChatMethods(workspace, app, timestampGenerator, rules, limits);
        var methods = new ArrayList<>(chat.all());
        methods.addAll(new PeopleMethods(workspace, app).all());
        methods.addAll(new UnfurlMethods(workspace, app, rules, timestampGenerator).all());
        methods.addAll(new ConversationMethods(workspace, app).all());
        var triggerIds = new TriggerIds(timestampGenerator);
        this.views = new ViewStacks(timestampGenerator, rules);
        methods.addAll(new ViewMethods(workspace, app, triggerIds, views).all());
        this.socketModeServer = new SocketModeServer(app, timestampGenerator, faults, () -> address);
        methods.add(socketModeServer.method());
        this.api = new WebApiEndpoint(workspace, app, methods, limits, timestampGenerator, faultInjector);
        this.urls =
                new IssuedResponseUrls(workspace, app, timestampGenerator, chat, rules, faultInjector, () -> address);
        this.slackDeliverySender = new SlackDeliverySender(app, timestampGenerator, socketModeServer);
        var payloads = new SlackPayloads(app, triggerIds, urls, timestampGenerator);
        this.screenActions = new ScreenActions(workspace, app, timestampGenerator, payloads, slackDeliverySender, urls);
        this.modalActions = new ModalActions(app, views, screenActions, payloads, slackDeliverySender);
        this.events = new EventsApi(
                workspace, app, timestampGenerator, screenActions, chat, payloads, slackDeliverySender, views);
        this.eventRedelivery = new EventRedelivery(events);
        workspace.put(SimulatedPerson.member(app.botUserId(), app.botName()).as(SimulatedPerson.Standing.BOT));
    }

    /** The default workspace on a free port; see {@link #apiUrl}. */
    public static SimulatedSlack start(InstantSource clock) throws IOException {
        return start(clock, AppInstallation.usual());
    }

    /** A workspace on a free port. */
    public static SimulatedSlack start(InstantSource clock, AppInstallation app) throws IOException {
        var slack = new SimulatedSlack(clock, app);
        var server = WebServer.start(0, slack.routes(""));
        slack.server = server;
        slack.servedAt("http://127.0.0.1:" + server.port());
        return slack;
    }

    /**
     * The routes, all under {@code prefix} except {@code GET /simulator/slack}, its state as JSON.
     *
     * @param prefix such as {@code /slack-sim}, or empty
     */
    public List<Route> routes(String prefix) {
        var start = prefix + "/api/";
        return List.of(
                Route.under(start, call -> api.answer(call, call.path().substring(start.length()))),
                Route.under(prefix + "/response/", urls::answer),
                Route.socket(prefix + SocketModeServer.PATH, socketModeServer::accept),
                Route.of("GET", "/simulator/slack", call -> Reply.json(200, state())));
    }

    /** Sets where {@link #routes} are served: scheme, host, port and prefix, without a trailing slash. */
    public void servedAt(String address) {
        this.address = address;
    }

    /** The value for {@code SLACK_API_URL}, with the trailing slash. */
    public String apiUrl() {
        return address + "/api/";
    }

    /** Sets the bot's address for an app without Socket Mode. */
    public void botAt(URI events) {
        slackDeliverySender.to(events);
    }

    /** The app and its secrets. */
    public AppInstallation app() {
        return app;
    }

    /** Adds or changes a person. */
    public SimulatedPerson add(SimulatedPerson person) {
        workspace.put(person);
        return person;
    }

    /** Adds or changes a user group. */
    public void add(UserGroup group) {
        workspace.put(group);
    }

    /** Adds or changes a channel; its messages stay. */
    public void add(Conversation conversation) {
        workspace.put(conversation);
    }

    /** Makes the bot a member of a channel that was set up with it. */
    public void invite(String channel) {
        workspace.put(known(channel).joinedBy(app.botUserId()));
    }

    /** A person invites the bot to a channel, of which Slack tells it. */
    public void invites(String person, String channel) {
        screenActions.place(screenActions.active(person), channel);
        if (!known(channel).has(app.botUserId())) {
            invite(channel);
            events.joined(person, known(channel));
        }
    }

    /** Removes the bot from a channel. */
    public void kick(String channel) {
        workspace.put(known(channel).leftBy(app.botUserId()));
    }

    /** All accounts, including the bot's. */
    public List<SimulatedPerson> people() {
        return List.copyOf(workspace.people());
    }

    public List<UserGroup> groups() {
        return List.copyOf(workspace.groups());
    }

    public Conversation channel(String id) {
        return known(id);
    }

    /** A person's direct message with the bot. */
    public Conversation direct(String person) {
        return workspace.directBetween(app.botUserId(), person);
    }

    /** Types a slash command, such as {@code /semaphore status web}, unescaped. */
    public SlackDelivery says(String person, String channel, String typed) {
        return screenActions.command(person, channel, typed);
    }

    /**
     * Presses a button of a message's current version.
     *
     * @param button its label or action_id
     */
    public PressedControl presses(String person, PostedMessage message, String button) {
        return screenActions.press(person, message, button);
    }

    /** Presses a button of an earlier version, on a screen that lags behind. */
    public PressedControl pressesLate(String person, PostedMessage seen, String button) {
        return screenActions.pressLate(person, seen, button);
    }

    /**
     * Chooses from a menu of a message's current version.
     *
     * @param menu its placeholder, action_id or block_id
     * @param option its text or value
     */
    public PressedControl chooses(String person, PostedMessage message, String menu, String option) {
        return screenActions.choose(person, message, menu, option);
    }

    /** One person's client, for a page. */
    public ClientWindow window(String person) {
        return new ClientWindow(person, workspace, app, screenActions, modalActions, events, readMarkers);
    }

    /** Increases with every change that a client shows. */
    public long revision() {
        return workspace.changes() + views.changes() + readMarkers.changes();
    }

    /** A person's topmost modal. */
    public Optional<OpenView> modal(String person) {
        return views.top(person);
    }

    /** A person's published home tab. */
    public Optional<OpenView> home(String person) {
        return views.home(person);
    }

    /**
     * Fills in and submits the topmost modal, which then closes, changes or shows errors.
     *
     * @param values by label, action_id or block_id of the inputs; for menus, an option's text or value
     */
    public SlackDelivery submits(String person, OpenView view, Map<String, String> values) {
        return modalActions.submit(person, view, values);
    }

    /** Closes the topmost modal; the bot is notified if it asked for that. */
    public void closes(String person, OpenView view) {
        modalActions.close(person, view);
    }

    /** Presses a button in a modal or on the home tab. */
    public SlackDelivery presses(String person, OpenView view, String button) {
        return modalActions.press(person, view, button);
    }

    /**
     * Posts a message; the bot is notified if it is a member and mentioned as {@code @signalman}.
     *
     * @return what the bot was sent, if anything
     */
    public Optional<SlackDelivery> writes(String person, String channel, String typed) {
        return Optional.ofNullable(events.write(person, channel, null, typed));
    }

    /** Posts a reply in a message's thread. */
    public Optional<SlackDelivery> replies(String person, PostedMessage parent, String typed) {
        var thread = parent.threadTs() == null ? parent.ts() : parent.threadTs();
        return Optional.ofNullable(events.write(person, parent.channel(), thread, typed));
    }

    /** Posts a reply that is also shown in the channel. */
    public Optional<SlackDelivery> broadcasts(String person, PostedMessage parent, String typed) {
        return Optional.ofNullable(events.broadcast(person, parent, typed));
    }

    /** Edits a person's own message. */
    public Optional<SlackDelivery> edits(String person, PostedMessage message, String typed) {
        return Optional.ofNullable(events.edit(person, now(message), typed));
    }

    /**
     * Uses a message shortcut.
     *
     * @param callback one of {@link AppFeatures#shortcuts}
     */
    public SlackDelivery shortcut(String person, PostedMessage message, String callback) {
        return screenActions.shortcut(person, message, callback);
    }

    /** Opens the bot's home tab. */
    public SlackDelivery opensHome(String person) {
        return events.openHome(person);
    }

    /** Slack's check of the bot's address; the answer should contain the challenge. */
    public SlackDelivery asksForAddress(String challenge) {
        return events.handshake(challenge);
    }

    /** Retries rejected events automatically when they are due. */
    public void retriesByItself() {
        eventRedelivery.start();
    }

    /** Sends due retries: at once, after a minute, after five. */
    public List<SlackDelivery> retriesEvents() {
        return events.retry();
    }

    /** Sends a delivery again, newly signed, as Slack does after a lost answer. */
    public SlackDelivery redelivers(SlackDelivery earlier) {
        return events.again(earlier);
    }

    /** Replays a request byte for byte, as an eavesdropper could. */
    public SlackDelivery replays(SlackDelivery earlier) {
        return slackDeliverySender.replay(earlier);
    }

    /** One person's visible messages in a channel, with threads, oldest first. */
    public List<PostedMessage> visibleTo(String person, String channel) {
        screenActions.place(screenActions.active(person), channel);
        return workspace.messages(channel).stream()
                .filter(message -> message.visibleTo(person))
                .toList();
    }

    /** One person's view of a channel as plain text, with names, times (UTC) and threads. */
    public String drawn(String person, String channel) {
        return new ChannelText(workspace).of(known(channel), visibleTo(person, channel));
    }

    /** A message as plain text, with names of people and groups. */
    public String drawn(PostedMessage message) {
        return new ChannelText(workspace).of(message);
    }

    /** All messages of a channel, including everybody's ephemeral ones, oldest first. */
    public List<PostedMessage> messages(String channel) {
        return workspace.messages(known(channel).id());
    }

    /** A message's current version. */
    public PostedMessage now(PostedMessage earlier) {
        return workspace
                .message(earlier.channel(), earlier.ts())
                .orElseThrow(() -> new ImpossibleActionError("That message is gone"));
    }

    /** Deletes a message; updating it then fails with {@code message_not_found}. */
    public void deletes(PostedMessage message) {
        workspace.remove(now(message));
    }

    /** Slack's own error messages to people, when the bot did not answer properly. */
    public List<ScreenError> errors() {
        return workspace.errors();
    }

    /** The bot's calls in order, without tokens. */
    public List<SlackApiCall> calls() {
        return faultInjector.calls();
    }

    /** Passes the body of every future call to a listener. */
    public void tap(Consumer<String> listener) {
        faultInjector.tap(listener);
    }

    /** The state as JSON, as in {@code GET /simulator/slack}. */
    public String state() {
        return new StateJson(workspace, app, views, faultInjector).write();
    }

    /** The bot's sockets, for an app in Socket Mode. */
    public SocketModeServer sockets() {
        return socketModeServer;
    }

    public SlackFaults faults() {
        return faults;
    }

    public WorkspaceRestrictions restrictions() {
        return workspace.restrictions();
    }

    public RateLimits limits() {
        return limits;
    }

    /** The time limit for the bot's answers, in real time; three seconds by default. */
    public void waitsForAnswers(Duration patience) {
        slackDeliverySender.patience(patience);
    }

    private Conversation known(String channel) {
        var found = workspace.conversation(channel);
        if (found == null) {
            throw new ImpossibleActionError("There is no channel " + channel);
        }
        return found;
    }

    @Override
    public void close() {
        eventRedelivery.close();
        if (server != null) {
            server.close();
        }
    }
}
