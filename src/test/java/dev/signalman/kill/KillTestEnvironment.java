package dev.signalman.kill;

import static dev.signalman.harness.PipelineFixture.MAIN;
import static dev.signalman.harness.PipelineFixture.PRODUCTION;
import static dev.signalman.harness.WorkspaceFixture.ALICE;
import static dev.signalman.simulator.semaphore.JobPlan.job;
import static dev.signalman.simulator.semaphore.PipelinePlan.pipeline;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.json.JsonMapper;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowingConsumer;
import org.awaitility.core.ThrowingRunnable;

/** Slack and Semaphore, simulated in this process, and a database: all that outlives a bot that is killed. */
final class KillTestEnvironment implements AutoCloseable {
    /** How soon everything must be in order after a kill. */
    private static final Duration TO_RECOVER = Duration.ofSeconds(60);

    /** Semaphore waits for half a second; a bot that was just started, on a busy machine, may need more. */
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

    KillTestEnvironment(TestDatabase kind, Path folder) throws IOException {
        this(kind, folder, AppInstallation.usual());
    }

    KillTestEnvironment(TestDatabase kind, Path folder, AppInstallation app) throws IOException {
        this.folder = folder;
        this.database = BotDatabase.of(kind, folder);
        var clock = InstantSource.system();
        slack = SimulatedSlack.start(clock, app);
        slack.waitsForAnswers(Duration.ofSeconds(10)); // a bot that was just started is slow
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

    /** What a bot is told; Slack talks to {@code port} from now on. */
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

    /** The file of the bots now holds this; who runs already knows nothing of it. */
    Path configuredBy(String file) {
        try {
            return Files.writeString(folder.resolve("bot.yml"), file);
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** Somebody sets up in Semaphore that every bot that is started from now on is notified of these projects. */
    void notifiesOf(String... projects) {
        notified.addAll(List.of(projects));
    }

    /** How often bots that are started from now on look at what they watch. */
    void looksEvery(Duration time) {
        interval = time;
    }

    /** What the configuration of bots that are started from now on says besides. */
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

    /** Starts a bot, which is the one that Slack talks to from now on. */
    BotProcess start() throws IOException {
        return starting().ready();
    }

    /** The same, without waiting until it can take work. */
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

    /** What everybody sees in a channel and holds these words. */
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

    /** All deeds are asked for. */
    void askForAll() {
        for (var act : KillTestAct.values()) {
            act.ask(slack);
        }
    }

    /** Somebody else's program starts a workflow where {@link KillTestAct#RUN} does. */
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

    /** How many deeds were done at least once. */
    int done() {
        return (int) List.of(KillTestAct.values()).stream()
                .filter(act -> act.times(semaphore) > 0)
                .count();
    }

    /** What everybody sees in the deed's channel and is the card that tells it was done. */
    List<PostedMessage> cards(KillTestAct act) {
        return slack.messages(act.channel()).stream()
                .filter(message -> !message.ephemeral() && message.drawn().contains(act.told))
                .toList();
    }

    /** What Alice alone sees in the deed's channel. */
    List<String> told(KillTestAct act) {
        return slack.messages(act.channel()).stream()
                .filter(PostedMessage::ephemeral)
                .map(PostedMessage::drawn)
                .toList();
    }

    /** Waits until it holds. */
    static void soon(ThrowingRunnable claim) {
        await().atMost(TO_RECOVER).pollInterval(Duration.ofMillis(100)).untilAsserted(claim);
    }

    /** Waits until each deed was done once, and its card stands once in its channel. */
    void everyDeedIsDoneOnce() {
        everyDeed(act -> assertThat(cards(act)).as("cards of %s", act).hasSize(1));
        everyDeed(act -> assertThat(act.times(semaphore)).as("%s", act).isOne());
    }

    /** Waits until it holds of every deed. */
    void everyDeed(ThrowingConsumer<KillTestAct> claim) {
        soon(() -> assertThat(KillTestAct.values()).allSatisfy(claim));
    }

    @Override
    public void close() {
        children.forEach(BotProcess::close);
        slack.close();
        semaphore.close();
    }
}
