package dev.signalman.app;

import dev.signalman.app.checks.JavaRuntime;
import dev.signalman.app.config.Configuration;
import dev.signalman.app.config.ConfigurationReader;
import dev.signalman.app.config.FaultyConfigurationException;
import dev.signalman.checkup.CheckResult;
import dev.signalman.harness.ConfigurationChanger;
import dev.signalman.harness.FreePort;
import dev.signalman.harness.Manifest;
import dev.signalman.harness.SlackTransport;
import dev.signalman.simulator.SimulatedSemaphore;
import dev.signalman.simulator.slack.AppInstallation;
import dev.signalman.simulator.slack.Conversation;
import dev.signalman.simulator.slack.SimulatedPerson;
import dev.signalman.simulator.slack.SimulatedSlack;
import dev.signalman.simulator.slack.SocketModeSettings;
import dev.signalman.simulator.slack.UserGroup;
import dev.signalman.storage.DatabaseAddress;
import dev.signalman.storage.TestDatabase;
import dev.signalman.web.Reply;
import dev.signalman.web.Route;
import dev.signalman.web.WebServer;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A bot's environment, sound until a test changes it: variables, file, Slack, Semaphore, disk, machine. */
final class DoctorEnvironment implements Closeable {
    static final String PLATFORM = "S0PLATFORM";
    static final String EMPTY = "S0EMPTY";
    static final String ALICE = "U0ALICE";
    static final String GONE = "U0GONE";

    final Path folder;
    final Map<String, String> environment = new HashMap<>();
    String file = """
            projects:
              - {name: web, promotions: [production]}
            access:
              agents: [S0PLATFORM, U0ALICE]
            promotions:
              - {name: production, projects: [web]}
            """;
    JavaRuntime javaRuntime = new JavaRuntime(17, "UTF-8");
    InstantSource clock = InstantSource.system();

    private final DatabaseAddress ours;

    @Nullable
    DatabaseAddress database;

    SimulatedSlack slack;
    final SimulatedSemaphore semaphore;
    private final List<Closeable> open = new ArrayList<>();

    DoctorEnvironment(Path folder) throws IOException {
        this.folder = folder;
        semaphore = SimulatedSemaphore.start(InstantSource.system());
        semaphore.addProject("web");
        slack = installed(Manifest.of(SlackTransport.HTTP).scopes());
        ours = DatabaseAddress.file(folder.resolve("data/signalman").toString());
        database = ours;
        environment.put("PORT", Integer.toString(FreePort.next()));
        environment.put("SLACK_SIGNING_SECRET", slack.app().signingSecret());
        environment.put("SLACK_BOT_TOKEN", slack.app().botToken());
        environment.put("SEMAPHORE_URL", semaphore.url());
        environment.put("SEMAPHORE_API_TOKEN", semaphore.token("signalman-bot"));
    }

    private SimulatedSlack installed(Set<String> scopes) throws IOException {
        return installed(AppInstallation.usual().granting(scopes));
    }

    private SimulatedSlack installed(AppInstallation app) throws IOException {
        var workspace = SimulatedSlack.start(InstantSource.system(), app);
        workspace.add(SimulatedPerson.member(ALICE, "Alice"));
        workspace.add(SimulatedPerson.member(GONE, "Gone").whenDeactivated());
        workspace.add(new UserGroup(PLATFORM, "platform", "Platform", List.of(ALICE)));
        workspace.add(new UserGroup(EMPTY, "empty", "Empty", List.of()));
        workspace.add(Conversation.open("C0BUILDS", "builds", ALICE));
        workspace.add(Conversation.closed("C0SECRET", "secret", ALICE));
        environment.put("SLACK_API_URL", workspace.apiUrl());
        return workspace;
    }

    /** Removes a scope from the app. */
    void without(String scope) throws IOException {
        var scopes = new TreeSet<>(Manifest.of(SlackTransport.HTTP).scopes());
        scopes.remove(scope);
        granting(scopes);
    }

    /** Installs the app anew, with these scopes. */
    void granting(Set<String> scopes) throws IOException {
        slack.close();
        slack = installed(scopes);
    }

    /** Turns Socket Mode on, with these settings. */
    void overSockets(SocketModeSettings sockets) throws IOException {
        slack.close();
        slack = installed(slack.app().over(sockets));
        set("SLACK_APP_TOKEN", sockets.appToken());
    }

    /** Sets a variable. */
    void set(String variable, String value) {
        environment.put(variable, value);
    }

    /** Starts a foreign web server that always answers this. */
    String elsewhere(Reply reply) {
        try {
            var server = WebServer.start(0, List.of(Route.under("/", call -> reply)));
            open.add(server::close);
            return "http://127.0.0.1:" + server.port();
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** A web page for people. */
    static Reply page() {
        return Reply.text(200, "<!DOCTYPE html><html><body>Sign in</body></html>");
    }

    /** Registers something to close at the end. */
    void keep(Closeable something) {
        open.add(something);
    }

    /** Creates the tables that a bot would create at its first start; that takes it seconds. */
    void laysOutTables() throws IOException {
        var data = folder.resolve("data");
        if (ours.equals(database) && !Files.exists(data)) {
            TestDatabase.layOut(Files.createDirectory(data).resolve("signalman"));
        }
    }

    /** Shifts this machine's clock. */
    void clockOff(Duration by) {
        clock = InstantSource.offset(InstantSource.system(), by);
    }

    Configuration configuration() throws IOException, FaultyConfigurationException {
        Files.writeString(folder.resolve("signalman.yml"), file);
        var read = ConfigurationReader.read(environment, folder);
        if (database == null) {
            return read;
        }
        return ConfigurationChanger.from(read).database(database).configuration();
    }

    /** Doctor's output lines. */
    List<String> doctor() throws IOException, InterruptedException, FaultyConfigurationException {
        return OfflineCheckup.of(configuration(), clock, javaRuntime).stream()
                .map(DoctorEnvironment::line)
                .toList();
    }

    private static String line(CheckResult checkResult) {
        return checkResult.state().word() + ": " + checkResult.what() + ": " + checkResult.sentences();
    }

    /** Secrets that must never be printed. */
    List<String> secrets() {
        return List.of(
                environment.get("SLACK_BOT_TOKEN"),
                environment.get("SLACK_SIGNING_SECRET"),
                environment.get("SEMAPHORE_API_TOKEN"),
                environment.getOrDefault("SEMAPHORE_WEBHOOK_SECRET", "password-in-url"),
                "password-in-url");
    }

    @Override
    public void close() throws IOException {
        CompletableFuture.allOf(CompletableFuture.runAsync(slack::close), CompletableFuture.runAsync(semaphore::close))
                .join();
        for (var each : open) {
            each.close();
        }
    }
}
