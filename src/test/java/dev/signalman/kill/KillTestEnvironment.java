package dev.signalman.kill;

import static dev.signalman.harness.PipelineFixture.MAIN;
import static dev.signalman.harness.PipelineFixture.PRODUCTION;
import static dev.signalman.harness.WorkspaceFixture.ALICE;
import static dev.signalman.simulator.semaphore.JobPlan.job;
import static dev.signalman.simulator.semaphore.PipelinePlan.pipeline;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.signalman.app.Bot;
import dev.signalman.app.BotControls;
import dev.signalman.app.config.ConfigurationReader;
import dev.signalman.app.config.FaultyConfigurationException;
import dev.signalman.harness.FreePort;
import dev.signalman.simulator.SimulatedSemaphore;
import dev.signalman.simulator.semaphore.Role;
import dev.signalman.simulator.semaphore.notifications.NotificationRule;
import dev.signalman.simulator.slack.AppInstallation;
import dev.signalman.simulator.slack.Conversation;
import dev.signalman.simulator.slack.PostedMessage;
import dev.signalman.simulator.slack.SimulatedPerson;
import dev.signalman.simulator.slack.SimulatedSlack;
import dev.signalman.storage.TestDatabase;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowingConsumer;
import org.awaitility.core.ThrowingRunnable;

/** Slack and Semaphore, simulated in this process, and a database: everything that outlives a killed bot. */
final class KillTestEnvironment implements AutoCloseable {
    /** Time in which everything must recover after a kill. */
    private static final Duration TO_RECOVER = Duration.ofSeconds(60);

    /** Semaphore waits half a second; a new bot on a busy machine may need longer. */
    private static final Duration PATIENT = Duration.ofSeconds(10);

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    final SimulatedSlack slack;
    final SimulatedSemaphore semaphore;
    final BotDatabase database;
    private static final String WEBHOOK_SECRET = "shared-with-semaphore";

    private final Path folder;
    private final List<String> notified = new ArrayList<>();
    private Duration interval = Duration.ofSeconds(1);
    private String rules = "";
    private String options = "";
    private volatile Duration behind = Duration.ZERO;
    private final List<BotProcess> children = new ArrayList<>();
    private final List<Bot> inHere = new ArrayList<>();
    private final Map<KillTestAct, Integer> earlierTimes = new EnumMap<>(KillTestAct.class);
    private final Map<KillTestAct, Integer> earlierCards = new EnumMap<>(KillTestAct.class);

    KillTestEnvironment(TestDatabase kind, Path folder) throws IOException {
        this(kind, folder, AppInstallation.usual());
    }

    KillTestEnvironment(TestDatabase kind, Path folder, AppInstallation app) throws IOException {
        this(BotDatabase.of(kind, folder), folder, app);
    }

    /** For a bot that starts in this folder for the first time. */
    static KillTestEnvironment withoutDatabase(Path folder) throws IOException {
        return new KillTestEnvironment(BotDatabase.none(folder), folder, AppInstallation.usual());
    }

    private KillTestEnvironment(BotDatabase database, Path folder, AppInstallation app) throws IOException {
        this.folder = folder;
        this.database = database;
        var clock = InstantSource.system();
        slack = SimulatedSlack.start(clock, app);
        slack.waitsForAnswers(Duration.ofSeconds(10)); // a new bot is slow
        slack.add(SimulatedPerson.member(ALICE, "Alice"));
        semaphore = SimulatedSemaphore.start(() -> clock.instant().minus(behind));
        semaphore.user("signalman-bot").isEverywhere(Role.ADMIN);
        semaphore
                .settings()
                .promotionsTake(Duration.ofMillis(100))
                .conceptionTakes(Duration.ZERO)
                .stoppingTakes(Duration.ofMillis(100));
        for (var act : KillTestAct.values()) {
            slack.add(Conversation.open(act.channel(), act.project(), ALICE));
            slack.invite(act.channel());
            semaphore
                    .addProject(act.project())
                    .plan(pipeline(MAIN, "Build and test")
                            .block("Test", job("unit").runsUntilTold())
                            .promotion("production", PRODUCTION))
                    .plan(pipeline(PRODUCTION, "Deploy")
                            .block("Deploy", job("rollout").runsUntilTold()));
            act.prepare(semaphore);
        }
    }

    /** A bot's environment; from now on Slack calls {@code port}. */
    Map<String, String> environment(int port) {
        slack.botAt(URI.create("http://127.0.0.1:" + port + "/slack/events"));
        var app = slack.app();
        var overSocket = app.sockets().on();
        var environment = new HashMap<>(Map.of(
                "PORT",
                Integer.toString(port),
                "SLACK_BOT_TOKEN",
                app.botToken(),
                overSocket ? "SLACK_APP_TOKEN" : "SLACK_SIGNING_SECRET",
                overSocket ? app.sockets().appToken() : app.signingSecret(),
                "SLACK_API_URL",
                slack.apiUrl(),
                "SEMAPHORE_URL",
                semaphore.url(),
                "SEMAPHORE_API_TOKEN",
                semaphore.token("signalman-bot"),
                "DATABASE_URL",
                database.url + options,
                "SIGNALMAN_CONFIG",
                configuration().toString(),
                "SIGNALMAN_POLL_INTERVAL",
                interval.toString()));
        environment.put("SEMAPHORE_WEBHOOK_SECRET", WEBHOOK_SECRET);
        return environment;
    }

    private Path configuration() {
        return configuredBy("""
                projects:
                  - {name: promoting, default_branch: main, promotions: [production]}
                access:
                  agents: [%s]
                %s""".formatted(ALICE, rules));
    }

    /** Replaces the bots' configuration file; running bots do not notice. */
    Path configuredBy(String file) {
        try {
            return Files.writeString(folder.resolve("bot.yml"), file);
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** Sets up notifications of these projects for every bot started from now on. */
    void notifiesOf(String... projects) {
        notified.addAll(List.of(projects));
    }

    /** Sets the poll interval of bots started from now on. */
    void looksEvery(Duration time) {
        interval = time;
    }

    /** Adds configuration for bots started from now on. */
    void configures(String yaml) {
        rules = yaml;
    }

    /** Bots that are started from now on wait for PostgreSQL as long as a test may take, and not for the two seconds of {@code Database}. */
    void waitsForItsDatabase() {
        options = "&socketTimeout=300";
    }

    /** Semaphore lives so long ago. */
    void livesBehind(Duration time) {
        behind = time;
    }

    /** Makes the builds that were announced so far a minute older, so that the next ones share no message with them. */
    void letsAMinutePass() {
        database.change("update burst_build set added_at = added_at - interval '1' minute");
    }

    /** Starts a bot, which Slack calls from now on. */
    BotProcess start() throws IOException {
        return starting().ready();
    }

    /** Starts a bot in this process, for a test that kills nobody. */
    void startHere() throws IOException {
        try {
            var configuration = ConfigurationReader.read(environment(FreePort.next()), folder);
            inHere.add(BotControls.start(configuration, InstantSource.system()));
        } catch (FaultyConfigurationException faulty) {
            throw new IllegalStateException(faulty);
        }
    }

    /** Starts a bot without waiting for readiness. */
    BotProcess starting() throws IOException {
        var port = FreePort.next();
        var bot = BotProcess.start(folder, environment(port), "serve");
        children.add(bot);
        if (!notified.isEmpty()) {
            var endpoint = URI.create("http://127.0.0.1:" + port + "/semaphore/webhook");
            semaphore.notifications().add(new NotificationRule(notified, endpoint, WEBHOOK_SECRET, PATIENT, 0));
        }
        return bot.at(port);
    }

    /** Public messages in a channel with these words. */
    List<PostedMessage> shown(String channel, String words) {
        return slack.messages(channel).stream()
                .filter(message -> !message.ephemeral() && message.drawn().contains(words))
                .toList();
    }

    /** Alice subscribes a channel. */
    void subscribe(String channel, String line) {
        int before = slack.messages(channel).size();
        slack.says(ALICE, channel, "/semaphore subscribe " + line);
        soon(() -> assertThat(slack.messages(channel)).hasSizeGreaterThan(before));
    }

    /** Requests all acts. */
    void askForAll() {
        for (var act : KillTestAct.values()) {
            act.ask(slack);
        }
    }

    /** Another program starts a workflow in the project of {@link KillTestAct#RUN}. */
    void runElsewhere() throws IOException, InterruptedException {
        var project = HTTP.send(
                asking("projects/" + KillTestAct.RUN.project()).build(), HttpResponse.BodyHandlers.ofString());
        var id = new JsonMapper().readTree(project.body()).at("/metadata/id").asText();
        var run = asking("plumber-workflows")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "{\"project_id\":\"" + id + "\",\"reference\":\"refs/heads/main\"}"));
        var answer = HTTP.send(run.build(), HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private HttpRequest.Builder asking(String path) {
        return HttpRequest.newBuilder(URI.create(semaphore.url() + "/api/v1alpha/" + path))
                .header("Authorization", "Token " + semaphore.token("signalman-bot"));
    }

    /** Prepares each act once more; only what is done and told from now on counts. */
    void prepareAnew() {
        for (var act : KillTestAct.values()) {
            earlierCards.put(act, (int) toldAsDone(act).count());
            act.prepare(semaphore);
            earlierTimes.put(act, act.times(semaphore));
        }
    }

    /** Number of times that the act was done. */
    int times(KillTestAct act) {
        return act.times(semaphore) - earlierTimes.getOrDefault(act, 0);
    }

    /** Number of acts that were done at least once. */
    int done() {
        return (int) List.of(KillTestAct.values()).stream()
                .filter(act -> times(act) > 0)
                .count();
    }

    /** Public cards in the act's channel that report it as done. */
    List<PostedMessage> cards(KillTestAct act) {
        return toldAsDone(act).skip(earlierCards.getOrDefault(act, 0)).toList();
    }

    private Stream<PostedMessage> toldAsDone(KillTestAct act) {
        return slack.messages(act.channel()).stream()
                .filter(message -> !message.ephemeral() && message.drawn().contains(act.told));
    }

    /** Alice's private messages in the act's channel. */
    List<String> told(KillTestAct act) {
        return slack.messages(act.channel()).stream()
                .filter(PostedMessage::ephemeral)
                .map(PostedMessage::drawn)
                .toList();
    }

    /** Waits for an assertion. */
    static void soon(ThrowingRunnable claim) {
        await().atMost(TO_RECOVER).pollInterval(Duration.ofMillis(100)).untilAsserted(claim);
    }

    /** Waits until each act was done once, and its channel has its card once. */
    void everyDeedIsDoneOnce() {
        everyDeed(act -> assertThat(cards(act)).as("cards of %s", act).hasSize(1));
        everyDeed(act -> assertThat(times(act)).as("%s", act).isOne());
    }

    /** Waits for an assertion about every act. */
    void everyDeed(ThrowingConsumer<KillTestAct> claim) {
        soon(() -> assertThat(KillTestAct.values()).allSatisfy(claim));
    }

    @Override
    public void close() {
        children.forEach(BotProcess::close);
        inHere.forEach(Bot::close);
        slack.close();
        semaphore.close();
    }
}
