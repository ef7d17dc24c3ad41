package dev.signalman.playground;

import dev.signalman.app.Bot;
import dev.signalman.app.config.Configuration;
import dev.signalman.feature.access.AccessRules;
import dev.signalman.feature.promotions.PromotionRules;
import dev.signalman.feature.subscriptions.FileSubscriptions;
import dev.signalman.semaphore.Credential;
import dev.signalman.simulator.SimulatedSemaphore;
import dev.signalman.simulator.semaphore.Ids;
import dev.signalman.simulator.slack.SimulatedSlack;
import dev.signalman.slack.SlackSettings;
import dev.signalman.storage.DatabaseAddress;
import dev.signalman.subject.ProjectSettings;
import dev.signalman.web.Reply;
import dev.signalman.web.Route;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A bot, a Slack workspace and a Semaphore organisation on one port; they meet over HTTP alone, as the real ones do. */
final class World implements AutoCloseable {
    private static final String SLACK = "/slack-sim";
    private static final String SEMAPHORE = "/semaphore-sim";

    private final SimulatedSlack slack;
    private final SimulatedSemaphore semaphore;
    private final Bot bot;

    private World(SimulatedSlack slack, SimulatedSemaphore semaphore, Bot bot) {
        this.slack = slack;
        this.semaphore = semaphore;
        this.bot = bot;
    }

    /**
     * Starts all three.
     *
     * @param data where the bot's database lies
     * @throws IOException when the port is taken
     */
    static World start(int port, Path data, Duration pollInterval) throws IOException {
        var clock = InstantSource.system();
        var seed = new Seed(clock);
        var semaphore = SimulatedSemaphore.mounted(clock, Ids.repeatable(7));
        var slack = seed.workspace();
        var address = "http://127.0.0.1:" + port;
        slack.servedAt(address + SLACK);
        slack.botAt(URI.create(address + "/slack/events"));
        var token = seed.organisation(semaphore);
        var routes = new ArrayList<Route>(slack.routes(SLACK));
        routes.addAll(semaphore.routes(SEMAPHORE));
        routes.add(Route.of("GET", "/", call -> Reply.text(200, FrontDoor.TEXT)));
        var configuration = new Configuration(
                port,
                new SlackSettings(
                        slack.app().botToken(), slack.app().signingSecret(), null, URI.create(slack.apiUrl())),
                URI.create(address + SEMAPHORE),
                new Credential(token),
                DatabaseAddress.file(data.resolve("signalman").toAbsolutePath().toString()),
                pollInterval,
                new ProjectSettings(
                        Map.of("web", new ProjectSettings.Setting("main", List.of("staging", "production")))),
                new AccessRules(Map.of("agents", List.of(Seed.PLATFORM), "override", List.of(Seed.ONCALL))),
                new PromotionRules(List.of(Seed.productionRule())),
                new FileSubscriptions(List.of()),
                null);
        return new World(
                slack,
                semaphore,
                Bot.start(configuration, clock, () -> UUID.randomUUID().toString(), routes));
    }

    SimulatedSlack slack() {
        return slack;
    }

    SimulatedSemaphore semaphore() {
        return semaphore;
    }

    int port() {
        return bot.port();
    }

    @Override
    public void close() {
        bot.close();
        slack.close();
        semaphore.close();
    }
}
