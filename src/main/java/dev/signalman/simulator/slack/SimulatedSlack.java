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
 * People are named by their ids throughout. What a screen does not offer is an {@link Impossible}.
 */
public final class SimulatedSlack implements AutoCloseable {
    private final Installation app;
    private final Workspace workspace = new Workspace();
    private final RateLimits limits = new RateLimits();
    private final Faults faults = new Faults();
    private final Stamps stamps;
    private final Wire wire;
    private final WebApi api;
    private final ResponseUrls urls;
    private final Deliveries deliveries;
    private final Screens screens;
    private final Views views;
    private final Modals modals;
    private final Events events;
    private final Retries retries;
    private final Sockets sockets;
    private final Readings readings = new Readings();
    private volatile String address = "";
    private @Nullable WebServer server;

    /** A workspace without a server: mount {@link #routes} and then say {@link #servedAt} where. */
    public SimulatedSlack(InstantSource clock, Installation app) {
        this.app = app;
        this.stamps = new Stamps(clock);
        this.wire = new Wire(stamps, faults);
        var rules = new MessageRules();
        var chat = new ChatMethods(workspace, app, stamps, rules, limits);
        var methods = new ArrayList<>(chat.all());
        methods.addAll(new PeopleMethods(workspace, app).all());
        methods.addAll(new UnfurlMethods(workspace, app, rules, stamps).all());
        methods.addAll(new ConversationMethods(workspace, app).all());
        var triggers = new Triggers(stamps);
        this.views = new Views(stamps, rules);
        methods.addAll(new ViewMethods(workspace, app, triggers, views).all());
        this.sockets = new Sockets(app, stamps, faults, () -> address);
        methods.add(sockets.method());
        this.api = new WebApi(workspace, app, methods, limits, stamps, wire);
        this.urls = new ResponseUrls(workspace, app, stamps, chat, rules, wire, () -> address);
        this.deliveries = new Deliveries(app, stamps, sockets);
        var payloads = new Payloads(app, triggers, urls, stamps);
        this.screens = new Screens(workspace, app, stamps, payloads, deliveries, urls);
        this.modals = new Modals(app, views, screens, payloads, deliveries);
        this.events = new Events(workspace, app, stamps, screens, chat, payloads, deliveries, views);
        this.retries = new Retries(events);
        workspace.put(Person.member(app.botUserId(), app.botName()).as(Person.Standing.BOT));
    }

    /** The usual workspace on a free port of its own; {@link #apiUrl} says where. */
    public static SimulatedSlack start(InstantSource clock) throws IOException {
        return start(clock, Installation.usual());
    }

    /** A workspace on a free port of its own. */
    public static SimulatedSlack start(InstantSource clock, Installation app) throws IOException {
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
                Route.socket(prefix + Sockets.PATH, sockets::accept),
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
        deliveries.to(events);
    }

    /** The app and its secrets. */
    public Installation app() {
        return app;
    }

    /** Adds a person, or changes who they are. */
    public Person add(Person person) {
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
    public List<Person> people() {
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
    public Delivery says(String person, String channel, String typed) {
        return screens.command(person, channel, typed);
    }

    /**
     * Presses a button of a message as it stands now.
     *
     * @param button its label or its action_id
     */
    public Press presses(String person, PostedMessage message, String button) {
        return screens.press(person, message, button);
    }

    /** Presses a button as somebody saw the message, on a screen that does not show yet what changed since. */
    public Press pressesLate(String person, PostedMessage seen, String button) {
        return screens.pressLate(person, seen, button);
    }

    /**
     * Chooses from a menu of a message as it stands now.
     *
     * @param menu its placeholder, action_id or block_id
     * @param option its text or value
     */
    public Press chooses(String person, PostedMessage message, String menu, String option) {
        return screens.choose(person, message, menu, option);
    }

    /** The workspace as one person's page shows it and lets it be used, by ids. */
    public Window window(String person) {
        return new Window(person, workspace, app, screens, modals, events, readings);
    }

    /** Goes up with every change of anything that a window shows. */
    public long revision() {
        return workspace.changes() + views.changes() + readings.changes();
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
    public Delivery submits(String person, OpenView view, Map<String, String> values) {
        return modals.submit(person, view, values);
    }

    /** Closes the modal on top; the bot hears of it if it asked to. */
    public void closes(String person, OpenView view) {
        modals.close(person, view);
    }

    /** Presses a button in a modal or on the home tab. */
    public Delivery presses(String person, OpenView view, String button) {
        return modals.press(person, view, button);
    }

    /**
     * Writes a message to a channel; the bot is told when it is a member and named, as {@code @signalman}.
     *
     * @return what the bot was sent, if anything
     */
    public Optional<Delivery> writes(String person, String channel, String typed) {
        return Optional.ofNullable(events.write(person, channel, null, typed));
    }

    /** The same in the thread of a message. */
    public Optional<Delivery> replies(String person, PostedMessage parent, String typed) {
        var thread = parent.threadTs() == null ? parent.ts() : parent.threadTs();
        return Optional.ofNullable(events.write(person, parent.channel(), thread, typed));
    }

    /** Replies in a thread and shows the reply in the channel too. */
    public Optional<Delivery> broadcasts(String person, PostedMessage parent, String typed) {
        return Optional.ofNullable(events.broadcast(person, parent, typed));
    }

    /** Changes a message of one's own. */
    public Optional<Delivery> edits(String person, PostedMessage message, String typed) {
        return Optional.ofNullable(events.edit(person, now(message), typed));
    }

    /**
     * Chooses a shortcut from the menu of a message.
     *
     * @param callback one of {@link Surfaces#shortcuts}
     */
    public Delivery shortcut(String person, PostedMessage message, String callback) {
        return screens.shortcut(person, message, callback);
    }

    /** Opens the bot's home tab. */
    public Delivery opensHome(String person) {
        return events.openHome(person);
    }

    /** Slack's question whether the bot's address is the bot's; the answer should hold the challenge. */
    public Delivery asksForAddress(String challenge) {
        return events.handshake(challenge);
    }

    /** From now on events that were not taken are sent again by themselves, when the clock says so. */
    public void retriesByItself() {
        retries.start();
    }

    /** Sends the events whose retry is due by the clock: at once, after a minute, after five. */
    public List<Delivery> retriesEvents() {
        return events.retry();
    }

    /** Sends the same envelope once more, newly signed, as Slack does when it did not hear the answer. */
    public Delivery redelivers(Delivery earlier) {
        return events.again(earlier);
    }

    /** Sends a request once more bit by bit, signature included, as an eavesdropper could. */
    public Delivery replays(Delivery earlier) {
        return deliveries.replay(earlier);
    }

    /** What one person sees in a channel, threads included, oldest first. */
    public List<PostedMessage> visibleTo(String person, String channel) {
        screens.place(screens.active(person), channel);
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
                .orElseThrow(() -> new Impossible("That message is gone"));
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
    public List<ApiCall> calls() {
        return wire.calls();
    }

    /** Somebody hears the body of every call that the bot makes from now on. */
    public void tap(Consumer<String> listener) {
        wire.tap(listener);
    }

    /** All of it as JSON, as {@code GET /simulator/slack} answers. */
    public String state() {
        return new StateJson(workspace, app, views, wire).write();
    }

    /** The bot's sockets, for an app in Socket Mode. */
    public Sockets sockets() {
        return sockets;
    }

    /** What goes wrong next. */
    public Faults faults() {
        return faults;
    }

    /** What the workspace's administrators do not allow. */
    public Restrictions restrictions() {
        return workspace.restrictions();
    }

    /** How often it may be called. */
    public RateLimits limits() {
        return limits;
    }

    /** How long the bot may take to answer, in real time; three seconds unless said otherwise. */
    public void waitsForAnswers(Duration patience) {
        deliveries.patience(patience);
    }

    private Conversation known(String channel) {
        var found = workspace.conversation(channel);
        if (found == null) {
            throw new Impossible("There is no channel " + channel);
        }
        return found;
    }

    @Override
    public void close() {
        retries.close();
        if (server != null) {
            server.close();
        }
    }
}
