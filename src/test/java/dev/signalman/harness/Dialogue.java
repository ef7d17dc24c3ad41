package dev.signalman.harness;

import static dev.signalman.harness.WorkspaceFixture.ALICE;
import static org.awaitility.Awaitility.await;

import dev.signalman.app.Bot;
import dev.signalman.app.BotControls;
import dev.signalman.app.config.Configuration;
import dev.signalman.app.config.ConfigurationReader;
import dev.signalman.ruling.Policies;
import dev.signalman.simulator.SimulatedSemaphore;
import dev.signalman.simulator.semaphore.Role;
import dev.signalman.simulator.slack.PostedMessage;
import dev.signalman.simulator.slack.SimulatedSlack;
import dev.signalman.storage.DatabaseAddress;
import dev.signalman.storage.TestDatabase;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.awaitility.core.ConditionTimeoutException;

/**
 * A bot beside a simulated Slack and Semaphore, connected by HTTP or a socket (see {@link SlackTransport}). The app has
 * the scopes of its manifest, so a call that needs another one fails. Expected messages are waited for, at most twenty
 * seconds.
 */
public final class Dialogue implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration A_LOOK = Duration.ofMillis(20);
    private static final int LOOKS_A_ROUND = 50;
    private final SimulatedSlack slack;
    private final SimulatedSemaphore semaphore;
    private final ShiftedClock clock;
    private final ShiftedClock own;
    private final Configuration configuration;
    private final Bot bot;
    private final List<Bot> others = new ArrayList<>();

    private Dialogue(
            SimulatedSlack slack,
            SimulatedSemaphore semaphore,
            ShiftedClock clock,
            ShiftedClock own,
            Configuration configuration,
            Bot bot) {
        this.slack = slack;
        this.semaphore = semaphore;
        this.clock = clock;
        this.own = own;
        this.configuration = configuration;
        this.bot = bot;
    }

    /** With a project {@code web} that has promotions, and the usual configuration. */
    public static Dialogue start() throws IOException {
        return start(new Policies(List.of()));
    }

    /** With promotion rules. */
    public static Dialogue start(Policies rules) throws IOException {
        return start(rules, TestDatabase.ofDialogue());
    }

    /** With promotion rules and a given database. */
    public static Dialogue start(Policies rules, DatabaseAddress database) throws IOException {
        return start(SlackTransport.usual(), now(), rules, database, usual -> usual, (slack, semaphore) -> {});
    }

    /** With a changed configuration. */
    public static Dialogue configured(UnaryOperator<Configuration> change) throws IOException {
        return over(SlackTransport.usual(), TestDatabase.ofDialogue(), change);
    }

    /** Over one transport, regardless of the default. */
    public static Dialogue over(SlackTransport transport) throws IOException {
        return over(transport, TestDatabase.ofDialogue(), usual -> usual);
    }

    /** Over one transport, with a given database and a changed configuration. */
    public static Dialogue over(SlackTransport transport, DatabaseAddress database, UnaryOperator<Configuration> change)
            throws IOException {
        return start(transport, now(), new Policies(List.of()), database, change, (slack, semaphore) -> {});
    }

    private static ShiftedClock now() {
        return new ShiftedClock(InstantSource.system());
    }

    /** Goes on at {@code then} with what an earlier bot left in a database, beside a Slack and a Semaphore in which {@code before} had happened. */
    public static Dialogue resumed(
            DatabaseAddress database,
            Policies rules,
            Instant then,
            BiConsumer<SimulatedSlack, SimulatedSemaphore> before)
            throws IOException {
        var clock = now();
        clock.shift(Duration.between(clock.instant(), then));
        return start(SlackTransport.usual(), clock, rules, database, usual -> usual, before);
    }

    private static Dialogue start(
            SlackTransport transport,
            ShiftedClock clock,
            Policies rules,
            DatabaseAddress database,
            UnaryOperator<Configuration> change,
            BiConsumer<SimulatedSlack, SimulatedSemaphore> before)
            throws IOException {
        var own = new ShiftedClock(clock);
        var slack = SimulatedSlack.start(clock, transport.installation());
        var semaphore = SimulatedSemaphore.start(clock);
        slack.retriesByItself();
        slack.limits().widened(BotControls.SLACK_TIMES);
        WorkspaceFixture.settle(slack);
        semaphore.user("signalman-bot").isEverywhere(Role.ADMIN);
        PipelineFixture.settle(semaphore);
        before.accept(slack, semaphore);
        var configuration = change.apply(UsualConfiguration.of(transport, slack, semaphore, database, rules));
        var bot = BotControls.start(configuration, own);
        slack.botAt(URI.create("http://127.0.0.1:" + bot.port() + "/slack/events"));
        var dialogue = new Dialogue(slack, semaphore, clock, own, configuration, bot);
        if (transport == SlackTransport.SOCKET) {
            dialogue.until("Slack's socket is open", () -> slack.sockets().open() > 0);
        }
        return dialogue;
    }

    /** The workspace, for everything that has no method here. */
    public SimulatedSlack slack() {
        return slack;
    }

    /** The organization, for everything that has no method here. */
    public SimulatedSemaphore semaphore() {
        return semaphore;
    }

    /** Moves everybody's clock. */
    public void passes(Duration time) {
        clock.shift(time);
        bots().forEach(BotControls::wake);
    }

    private Stream<Bot> bots() {
        return Stream.concat(Stream.of(bot), others.stream());
    }

    /** Moves the bots' clock, back if {@code time} is negative; Slack's and Semaphore's stay. */
    public void setsItsClock(Duration time) {
        own.shift(time);
        bots().forEach(BotControls::wake);
    }

    /** Starts a second bot with the same configuration; needs a database that two can share. Returns its port. */
    public int isJoined() throws IOException {
        others.add(BotControls.start(configuration, own));
        return others.get(others.size() - 1).port();
    }

    /** Replaces the configuration file and reloads it. */
    public void rereads(String... lines) throws IOException {
        var folder = UsualConfiguration.folder(lines);
        bot.reload(() -> ConfigurationReader.again(UsualConfiguration.environment(slack, semaphore), folder));
    }

    /** The bot's port. */
    public int port() {
        return bot.port();
    }

    /** Pushes to {@code main} of a project; the pipeline passes. Returns its id. */
    public String passed(String project, String message) {
        var pipeline = semaphore.push(project, "main", message, "alice").pipelineId();
        semaphore.finish(pipeline);
        return pipeline;
    }

    /** Sets up notifications of these projects for all bots. */
    public void isNotifiedOf(String... projects) {
        bots().forEach(each -> {
            var endpoint = URI.create("http://127.0.0.1:" + each.port() + "/semaphore/webhook");
            semaphore.notifications().add(UsualConfiguration.notifications(endpoint, projects));
        });
    }

    /** Subscribes a channel and waits for the confirmation. */
    public void subscribes(String person, String channel, String line) {
        int before = messages(channel).size();
        says(person, channel, "/semaphore subscribe " + line);
        until("it is subscribed", () -> messages(channel).size() > before);
    }

    /** Public messages in a channel that contain these words. */
    public List<PostedMessage> shown(String channel, String words) {
        return messages(channel).stream()
                .filter(message -> !message.ephemeral() && message.drawn().contains(words))
                .toList();
    }

    /** Hints that a pipeline may have changed. */
    public void hints(String pipelineId) {
        BotControls.hint(bot, UUID.randomUUID().toString(), pipelineId);
    }

    /** Waits until nothing is due and all cards are shown. */
    public void untilAllIsDone() {
        until("all is done", () -> {
            var metrics = Metrics.of(port());
            return metrics.contains("signalman_queue_due 0.0") && metrics.contains("signalman_cards_unshown 0.0");
        });
    }

    /** Waits for at least this many unsent cards. */
    public void untilUnshown(int cards) {
        until(cards + " cards wait", () -> Metrics.value(port(), "signalman_cards_unshown") >= cards);
    }

    /** Waits for a condition. */
    public void until(String what, Callable<Boolean> so) {
        await(what).atMost(PATIENCE).pollInterval(A_LOOK).until(so);
    }

    /** Waits for a condition that is checked each minute, and moves the clock by minutes. */
    public void untilARound(String what, Callable<Boolean> so) {
        var looks = new AtomicInteger();
        until(what, () -> {
            if (looks.incrementAndGet() % LOOKS_A_ROUND == 0) {
                passes(Duration.ofMinutes(1));
            }
            return so.call();
        });
    }

    /** Types a command in #deploys. */
    public void says(String person, String line) {
        says(person, WorkspaceFixture.DEPLOYS, line);
    }

    /** Types a command in a channel. */
    public void says(String person, String channel, String line) {
        slack.says(person, channel, line);
    }

    /** Posts a message in #deploys; the bot is notified if mentioned. */
    public void writes(String person, String text) {
        slack.writes(person, WorkspaceFixture.DEPLOYS, text);
    }

    /** Replies in a message's thread. */
    public void replies(String person, PostedMessage parent, String text) {
        slack.replies(person, parent, text);
    }

    /** Types a command in #deploys and waits for the first private answer. */
    public PostedMessage asks(String person, String line) {
        return asksIn(person, WorkspaceFixture.DEPLOYS, line);
    }

    /** Types a command in a channel and waits for the first private answer. */
    public PostedMessage asksIn(String person, String channel, String line) {
        return nextTo(person, channel, () -> says(person, channel, line));
    }

    /** The first new or changed private message after an action. */
    public PostedMessage nextTo(String person, String channel, Runnable deed) {
        var before = asides(person, channel);
        deed.run();
        return await("an answer to " + person)
                .atMost(PATIENCE)
                .pollInterval(A_LOOK)
                .until(
                        () -> asides(person, channel).stream()
                                .filter(each -> !before.contains(each))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    private List<PostedMessage> asides(String person, String channel) {
        return slack.visibleTo(person, channel).stream()
                .filter(PostedMessage::ephemeral)
                .toList();
    }

    /** The person's open form. */
    public OpenForm form(String person) {
        return OpenForm.of(slack, person);
    }

    /** Presses a button, or chooses from the menu of further actions, confirming any question. */
    public void presses(String person, PostedMessage message, String label) {
        var now = slack.now(message);
        var more = now.more().contains(label);
        var press = more ? slack.chooses(person, now, "More actions", label) : slack.presses(person, now, label);
        if (press.asks()) {
            press.confirm();
        }
    }

    /** A private message in #deploys that contains all these words. */
    public PostedMessage answer(String person, String... words) {
        return answerIn(person, WorkspaceFixture.DEPLOYS, words);
    }

    /** A private message in a channel that contains all these words. */
    public PostedMessage answerIn(String person, String channel, String... words) {
        return waitFor(person, channel, message -> message.ephemeral() && holds(message, words), words);
    }

    /** A public message in #deploys that contains all these words. */
    public PostedMessage card(String... words) {
        return cardIn(WorkspaceFixture.DEPLOYS, words);
    }

    /** A public message in a channel that contains all these words. */
    public PostedMessage cardIn(String channel, String... words) {
        return waitFor(ALICE, channel, message -> !message.ephemeral() && holds(message, words), words);
    }

    /** A direct message from the bot that contains all these words. */
    public PostedMessage told(String person, String... words) {
        return waitFor(person, slack.direct(person).id(), message -> holds(message, words), words);
    }

    /** The message, once it contains all these words. */
    public PostedMessage becomes(PostedMessage message, String... words) {
        return waitFor(ALICE, message.channel(), each -> each.ts().equals(message.ts()) && holds(each, words), words);
    }

    /** All public messages in a channel. */
    public List<PostedMessage> messages(String channel) {
        return slack.messages(channel);
    }

    private PostedMessage waitFor(String person, String channel, Predicate<PostedMessage> like, String... words) {
        try {
            return await("a message with " + String.join(" … ", words))
                    .atMost(PATIENCE)
                    .pollInterval(A_LOOK)
                    .until(() -> newest(person, channel, like), Optional::isPresent)
                    .orElseThrow();
        } catch (ConditionTimeoutException never) {
            throw new AssertionError(
                    "No message with " + String.join(" … ", words) + " in:\n" + slack.drawn(person, channel), never);
        }
    }

    private Optional<PostedMessage> newest(String person, String channel, Predicate<PostedMessage> like) {
        return slack.visibleTo(person, channel).stream().filter(like).reduce((first, second) -> second);
    }

    private static boolean holds(PostedMessage message, String... words) {
        return List.of(words).stream().allMatch(message.drawn()::contains);
    }

    /** Bob promotes on the web; returns the id of the promoted pipeline, which exists. */
    public String promotedOnTheWeb(String project, String pipelineId, String promotion) {
        var before = semaphore.pipelines(project).size();
        semaphore.promoteOnTheWeb(pipelineId, promotion, "bob", Map.of());
        until(
                "the promoted pipeline is there",
                () -> semaphore.pipelines(project).size() > before);
        return semaphore.pipelines(project).get(before);
    }

    /** Changing calls to Semaphore since the calls were last cleared. */
    public List<String> changesAsked() {
        return semaphore.calls().stream()
                .filter(call -> !call.method().equals("GET"))
                .map(call -> call.method() + " " + call.path())
                .toList();
    }

    /** Kills the bot without draining. */
    public void kill() {
        bot.abandon();
    }

    @Override
    public void close() {
        others.forEach(Bot::close);
        bot.close();
        slack.close();
        semaphore.close();
        TestDatabase.gone(configuration.database());
    }
}
