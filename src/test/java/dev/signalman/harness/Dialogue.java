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
import dev.signalman.simulator.semaphore.notifications.NotificationRule;
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
 * A bot in a town of people, beside a Slack and a Semaphore that are simulated; they meet over HTTP, or a socket (see {@link SlackTransport}). The app is installed with the
 * scopes of its manifest, so that a call that needs another one fails. What people see is waited
 * for, at most twenty seconds.
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

    /** With a project {@code web} that has promotions, and what the usual configuration says. */
    public static Dialogue start() throws IOException {
        return start(new Policies(List.of()));
    }

    /** The same, with rules of promotion. */
    public static Dialogue start(Policies rules) throws IOException {
        return start(rules, TestDatabase.ofDialogue());
    }

    /** The same, with a database of one's own. */
    public static Dialogue start(Policies rules, DatabaseAddress database) throws IOException {
        return start(SlackTransport.usual(), now(), rules, database, usual -> usual, (slack, semaphore) -> {});
    }

    /** With whatever {@code change} makes of the usual configuration. */
    public static Dialogue configured(UnaryOperator<Configuration> change) throws IOException {
        return over(SlackTransport.usual(), TestDatabase.ofDialogue(), change);
    }

    /** Over one way alone, whatever the others go over. */
    public static Dialogue over(SlackTransport transport) throws IOException {
        return over(transport, TestDatabase.ofDialogue(), usual -> usual);
    }

    /** The same, with a database of one's own and whatever {@code change} makes of the usual configuration. */
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

    /** The workspace, for what a dialogue does not say. */
    public SimulatedSlack slack() {
        return slack;
    }

    /** The organisation, for what happens there. */
    public SimulatedSemaphore semaphore() {
        return semaphore;
    }

    /** Time goes by at once, for everybody. */
    public void passes(Duration time) {
        clock.shift(time);
        bots().forEach(BotControls::wake);
    }

    private Stream<Bot> bots() {
        return Stream.concat(Stream.of(bot), others.stream());
    }

    /** The bots' own clock is set, back when {@code time} is negative; Slack and Semaphore live by theirs. */
    public void setsItsClock(Duration time) {
        own.shift(time);
        bots().forEach(BotControls::wake);
    }

    /** Another bot of the same configuration joins in; it needs a database that two may share. */
    public void isJoined() throws IOException {
        others.add(BotControls.start(configuration, own));
    }

    /** Its file now holds this, and it is told to read it again. */
    public void rereads(String... lines) throws IOException {
        var folder = UsualConfiguration.folder(lines);
        bot.reload(() -> ConfigurationReader.again(UsualConfiguration.environment(slack, semaphore), folder));
    }

    /** Where the bot listens. */
    public int port() {
        return bot.port();
    }

    /** Somebody pushes to {@code main} of a project, and the pipeline passes; its id. */
    public String passed(String project, String message) {
        var pipeline = semaphore.push(project, "main", message, "alice").pipelineId();
        semaphore.finish(pipeline);
        return pipeline;
    }

    /** Somebody sets up in Semaphore that the bot, and whoever joined it, is notified of these projects. */
    public void isNotifiedOf(String... projects) {
        bots().forEach(each -> {
            var endpoint = URI.create("http://127.0.0.1:" + each.port() + "/semaphore/webhook");
            semaphore.notifications().add(NotificationRule.of(endpoint, UsualConfiguration.WEBHOOK_SECRET, projects));
        });
    }

    /** Somebody subscribes a channel, and it says so. */
    public void subscribes(String person, String channel, String line) {
        int before = messages(channel).size();
        says(person, channel, "/semaphore subscribe " + line);
        until("it is subscribed", () -> messages(channel).size() > before);
    }

    /** What everybody sees in a channel, holding these words. */
    public List<PostedMessage> shown(String channel, String words) {
        return messages(channel).stream()
                .filter(message -> !message.ephemeral() && message.drawn().contains(words))
                .toList();
    }

    /** Something says that a pipeline may have changed. */
    public void hints(String pipelineId) {
        BotControls.hint(bot, UUID.randomUUID().toString(), pipelineId);
    }

    /** Waits until nothing is due and every card is shown; what the bot puts off for later is not waited for. */
    public void untilAllIsDone() {
        until("all is done", () -> {
            var metrics = Metrics.of(port());
            return metrics.contains("signalman_queue_due 0.0") && metrics.contains("signalman_cards_unshown 0.0");
        });
    }

    /** Waits until at least so many cards are to be shown and are not yet. */
    public void untilUnshown(int cards) {
        until(cards + " cards wait", () -> Metrics.value(port(), "signalman_cards_unshown") >= cards);
    }

    /** Waits until something is so. */
    public void until(String what, Callable<Boolean> so) {
        await(what).atMost(PATIENCE).pollInterval(A_LOOK).until(so);
    }

    /** The same for what is looked at each minute: a minute goes by as often as it takes. */
    public void untilARound(String what, Callable<Boolean> so) {
        var looks = new AtomicInteger();
        until(what, () -> {
            if (looks.incrementAndGet() % LOOKS_A_ROUND == 0) {
                passes(Duration.ofMinutes(1));
            }
            return so.call();
        });
    }

    /** Somebody types in #deploys. */
    public void says(String person, String line) {
        says(person, WorkspaceFixture.DEPLOYS, line);
    }

    /** Somebody types in a channel. */
    public void says(String person, String channel, String line) {
        slack.says(person, channel, line);
    }

    /** Somebody writes a message in #deploys; the bot hears of it when it is named. */
    public void writes(String person, String text) {
        slack.writes(person, WorkspaceFixture.DEPLOYS, text);
    }

    /** Somebody answers in the thread of a message, or in the thread that it stands in. */
    public void replies(String person, PostedMessage parent, String text) {
        slack.replies(person, parent, text);
    }

    /** Somebody types in #deploys and waits for the first thing that is said to them alone. */
    public PostedMessage asks(String person, String line) {
        return asksIn(person, WorkspaceFixture.DEPLOYS, line);
    }

    /** The same in a channel. */
    public PostedMessage asksIn(String person, String channel, String line) {
        return nextTo(person, channel, () -> says(person, channel, line));
    }

    /** The first thing that is said to somebody alone, or changes, after something was done. */
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

    /** The form that opens on somebody's screen. */
    public OpenForm form(String person) {
        return OpenForm.of(slack, person);
    }

    /** Somebody presses a button, and says yes if it asks. */
    public void presses(String person, PostedMessage message, String label) {
        var press = slack.presses(person, slack.now(message), label);
        if (press.asks()) {
            press.confirm();
        }
    }

    /** What somebody alone sees in #deploys, holding all of these words. */
    public PostedMessage answer(String person, String... words) {
        return answerIn(person, WorkspaceFixture.DEPLOYS, words);
    }

    /** What somebody alone sees in a channel, holding all of these words. */
    public PostedMessage answerIn(String person, String channel, String... words) {
        return waitFor(person, channel, message -> message.ephemeral() && holds(message, words), words);
    }

    /** What everybody sees in #deploys, holding all of these words. */
    public PostedMessage card(String... words) {
        return cardIn(WorkspaceFixture.DEPLOYS, words);
    }

    /** What everybody sees in a channel, holding all of these words. */
    public PostedMessage cardIn(String channel, String... words) {
        return waitFor(ALICE, channel, message -> !message.ephemeral() && holds(message, words), words);
    }

    /** What the bot tells somebody in a direct message, holding all of these words. */
    public PostedMessage told(String person, String... words) {
        return waitFor(person, slack.direct(person).id(), message -> holds(message, words), words);
    }

    /** The same message, once it holds all of these words. */
    public PostedMessage becomes(PostedMessage message, String... words) {
        return waitFor(ALICE, message.channel(), each -> each.ts().equals(message.ts()) && holds(each, words), words);
    }

    /** Everything that everybody sees in a channel. */
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
        var drawn = message.drawn();
        return List.of(words).stream().allMatch(drawn::contains);
    }

    /** Bob promotes on the web; the id of the promoted pipeline, which is there. */
    public String promotedOnTheWeb(String project, String pipelineId, String promotion) {
        var before = semaphore.pipelines(project).size();
        semaphore.promoteOnTheWeb(pipelineId, promotion, "bob", Map.of());
        until(
                "the promoted pipeline is there",
                () -> semaphore.pipelines(project).size() > before);
        return semaphore.pipelines(project).get(before);
    }

    /** What Semaphore was asked to change, since the calls were last forgotten. */
    public List<String> changesAsked() {
        return semaphore.calls().stream()
                .filter(call -> !call.method().equals("GET"))
                .map(call -> call.method() + " " + call.path())
                .toList();
    }

    /** The bot dies without a word: nothing is brought to its end. */
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
