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
 * One Slack workspace, with people who can be played, behind the HTTP that a bot speaks.
 *
 * <p>It refuses what Slack refuses, in Slack's words: docs/slack.md says what is known. People's acts are sent to the bot
 * as signed requests, or over its socket; the method returns when the bot has answered, and what the answer shows is then on the screen.
 * People are named by their ids throughout. What a screen does not offer is an {@link ImpossibleActionError}.
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

    /** A workspace without a server: mount {@link #routes} and then say {@link #servedAt} where. */
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

    /** The usual workspace on a free port of its own; {@link #apiUrl} says where. */
    public static SimulatedSlack start(InstantSource clock) throws IOException {
        return start(clock, AppInstallation.usual());
    }

    /** A workspace on a free port of its own. */
    public static SimulatedSlack start(InstantSource clock, AppInstallation app) throws IOException {
        var slack = new SimulatedSlack(clock, app);
        var server = WebServer.start(0, slack.routes(""));
        slack.server = server;
        slack.servedAt("http://127.0.0.1:" + server.port());
        return slack;
    }

    /**
     * The routes to serve it by, all but {@code GET /simulator/slack} (its state as JSON) under a prefix.
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

    /** Says where {@link #routes} are served: scheme, host, port and prefix, without a slash at the end. */
    public void servedAt(String address) {
        this.address = address;
    }

    /** What {@code SLACK_API_URL} should be, with the slash at the end. */
    public String apiUrl() {
        return address + "/api/";
    }

    /** Says where the bot takes what Slack sends, for an app that is not in Socket Mode. */
    public void botAt(URI events) {
        slackDeliverySender.to(events);
    }

    /** The app and its secrets. */
    public AppInstallation app() {
        return app;
    }

    /** Adds a person, or changes who they are. */
    public SimulatedPerson add(SimulatedPerson person) {
        workspace.put(person);
        return person;
    }

    /** Adds a user group, or changes it. */
    public void add(UserGroup group) {
        workspace.put(group);
    }

    /** Adds a channel, or changes what it is and who is in it; what was said there stays. */
    public void add(Conversation conversation) {
        workspace.put(conversation);
    }

    /** The bot is invited to a channel. */
    public void invite(String channel) {
        workspace.put(known(channel).joinedBy(app.botUserId()));
    }

    /** The bot is removed from a channel. */
    public void kick(String channel) {
        workspace.put(known(channel).leftBy(app.botUserId()));
    }

    /** Everybody with an account, the bot too. */
    public List<SimulatedPerson> people() {
        return List.copyOf(workspace.people());
    }

    /** All user groups. */
    public List<UserGroup> groups() {
        return List.copyOf(workspace.groups());
    }

    /** A channel as it is now. */
    public Conversation channel(String id) {
        return known(id);
    }

    /** The direct message of a person with the bot. */
    public Conversation direct(String person) {
        return workspace.directBetween(app.botUserId(), person);
    }

    /** Types a slash command, such as {@code /semaphore status web}, as a person writes it: nothing escaped. */
    public SlackDelivery says(String person, String channel, String typed) {
        return screenActions.command(person, channel, typed);
    }

    /**
     * Presses a button of a message as it stands now.
     *
     * @param button its label or its action_id
     */
    public PressedControl presses(String person, PostedMessage message, String button) {
        return screenActions.press(person, message, button);
    }

    /** Presses a button as somebody saw the message, on a screen that does not show yet what changed since. */
    public PressedControl pressesLate(String person, PostedMessage seen, String button) {
        return screenActions.pressLate(person, seen, button);
    }

    /**
     * Chooses from a menu of a message as it stands now.
     *
     * @param menu its placeholder, action_id or block_id
     * @param option its text or value
     */
    public PressedControl chooses(String person, PostedMessage message, String menu, String option) {
        return screenActions.choose(person, message, menu, option);
    }

    /** The workspace as one person's page shows it and lets it be used, by ids. */
    public ClientWindow window(String person) {
        return new ClientWindow(person, workspace, app, screenActions, modalActions, events, readMarkers);
    }

    /** Goes up with every change of anything that a window shows. */
    public long revision() {
        return workspace.changes() + views.changes() + readMarkers.changes();
    }

    /** The modal on top of a person's screen. */
    public Optional<OpenView> modal(String person) {
        return views.top(person);
    }

    /** The home tab that the bot published for a person. */
    public Optional<OpenView> home(String person) {
        return views.home(person);
    }

    /**
     * Fills in the modal on top and submits it; then it is closed, changed, or shows errors, as the bot answered.
     *
     * @param values by label, action_id or block_id of the inputs; of menus, the text or value of an option
     */
    public SlackDelivery submits(String person, OpenView view, Map<String, String> values) {
        return modalActions.submit(person, view, values);
    }

    /** Closes the modal on top; the bot hears of it if it asked to. */
    public void closes(String person, OpenView view) {
        modalActions.close(person, view);
    }

    /** Presses a button in a modal or on the home tab. */
    public SlackDelivery presses(String person, OpenView view, String button) {
        return modalActions.press(person, view, button);
    }

    /**
     * Writes a message to a channel; the bot is told when it is a member and named, as {@code @signalman}.
     *
     * @return what the bot was sent, if anything
     */
    public Optional<SlackDelivery> writes(String person, String channel, String typed) {
        return Optional.ofNullable(events.write(person, channel, null, typed));
    }

    /** The same in the thread of a message. */
    public Optional<SlackDelivery> replies(String person, PostedMessage parent, String typed) {
        var thread = parent.threadTs() == null ? parent.ts() : parent.threadTs();
        return Optional.ofNullable(events.write(person, parent.channel(), thread, typed));
    }

    /** Replies in a thread and shows the reply in the channel too. */
    public Optional<SlackDelivery> broadcasts(String person, PostedMessage parent, String typed) {
        return Optional.ofNullable(events.broadcast(person, parent, typed));
    }

    /** Changes a message of one's own. */
    public Optional<SlackDelivery> edits(String person, PostedMessage message, String typed) {
        return Optional.ofNullable(events.edit(person, now(message), typed));
    }

    /**
     * Chooses a shortcut from the menu of a message.
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

    /** Slack's question whether the bot's address is the bot's; the answer should hold the challenge. */
    public SlackDelivery asksForAddress(String challenge) {
        return events.handshake(challenge);
    }

    /** From now on events that were not taken are sent again by themselves, when the clock says so. */
    public void retriesByItself() {
        eventRedelivery.start();
    }

    /** Sends the events whose retry is due by the clock: at once, after a minute, after five. */
    public List<SlackDelivery> retriesEvents() {
        return events.retry();
    }

    /** Sends the same envelope once more, newly signed, as Slack does when it did not hear the answer. */
    public SlackDelivery redelivers(SlackDelivery earlier) {
        return events.again(earlier);
    }

    /** Sends a request once more bit by bit, signature included, as an eavesdropper could. */
    public SlackDelivery replays(SlackDelivery earlier) {
        return slackDeliverySender.replay(earlier);
    }

    /** What one person sees in a channel, threads included, oldest first. */
    public List<PostedMessage> visibleTo(String person, String channel) {
        screenActions.place(screenActions.active(person), channel);
        return workspace.messages(channel).stream()
                .filter(message -> message.visibleTo(person))
                .toList();
    }

    /** What one person sees in a channel, drawn as plain text with names, times (UTC) and threads. */
    public String drawn(String person, String channel) {
        return new ChannelText(workspace).of(known(channel), visibleTo(person, channel));
    }

    /** A message drawn as plain text, in which people and groups are called by their names. */
    public String drawn(PostedMessage message) {
        return new ChannelText(workspace).of(message);
    }

    /** All that stands in a channel, ephemeral messages of everyone included, oldest first. */
    public List<PostedMessage> messages(String channel) {
        return workspace.messages(known(channel).id());
    }

    /** A message as it stands now. */
    public PostedMessage now(PostedMessage earlier) {
        return workspace
                .message(earlier.channel(), earlier.ts())
                .orElseThrow(() -> new ImpossibleActionError("That message is gone"));
    }

    /** Somebody who may deletes a message; whoever changes it then is told {@code message_not_found}. */
    public void deletes(PostedMessage message) {
        workspace.remove(now(message));
    }

    /** What Slack itself told people because the bot did not answer as it should. */
    public List<ScreenError> errors() {
        return workspace.errors();
    }

    /** The calls that the bot made, in order; tokens are not kept. */
    public List<SlackApiCall> calls() {
        return faultInjector.calls();
    }

    /** Somebody hears the body of every call that the bot makes from now on. */
    public void tap(Consumer<String> listener) {
        faultInjector.tap(listener);
    }

    /** All of it as JSON, as {@code GET /simulator/slack} answers. */
    public String state() {
        return new StateJson(workspace, app, views, faultInjector).write();
    }

    /** The bot's sockets, for an app in Socket Mode. */
    public SocketModeServer sockets() {
        return socketModeServer;
    }

    /** What goes wrong next. */
    public SlackFaults faults() {
        return faults;
    }

    /** What the workspace's administrators do not allow. */
    public WorkspaceRestrictions restrictions() {
        return workspace.restrictions();
    }

    /** How often it may be called. */
    public RateLimits limits() {
        return limits;
    }

    /** How long the bot may take to answer, in real time; three seconds unless said otherwise. */
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
