package dev.signalman.app.checks;

import dev.signalman.app.config.AdminAddress;
import dev.signalman.app.config.Configuration;
import dev.signalman.checkup.Check;
import dev.signalman.checkup.CheckContext;
import dev.signalman.checkup.CheckResult;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks that the port is free, or that a bot already answers on it. */
final class PortCheck implements Check {
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final Set<String> ALL_INTERFACES = Set.of("0.0.0.0", "::");

    private final int port;
    private final @Nullable AdminAddress admin;

    @Inject
    PortCheck(Configuration configuration) {
        this.port = configuration.port();
        this.admin = configuration.admin();
    }

    @Override
    public String about() {
        return "port " + port;
    }

    @Override
    public List<CheckResult> look(CheckContext checkContext) {
        if (port == 0) {
            return List.of(CheckResult.worthALook(
                    "PORT",
                    "Port 0 means a different port at each start.",
                    "Set PORT to the port that Slack reaches."));
        }
        if (checkContext.serving()) {
            return List.of(CheckResult.fine(about(), "Signalman listens on it."));
        }
        if (free()) {
            return List.of(CheckResult.fine(about(), "Free. No bot is running here."));
        }
        return List.of(
                botAnswers()
                        ? CheckResult.fine(about(), "A running bot answers on it.")
                        : CheckResult.wrong(
                                about(),
                                "Another program uses it, or Signalman isn't allowed to.",
                                "Stop that program, or set PORT to another port."));
    }

    private boolean free() {
        try (var socket = new ServerSocket(port)) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }

    private String whereHealthIs() {
        if (admin == null) {
            return "127.0.0.1:" + port;
        }
        var address = ALL_INTERFACES.contains(admin.address()) ? "127.0.0.1" : admin.address();
        return (address.contains(":") ? "[" + address + "]" : address) + ":" + admin.port();
    }

    private boolean botAnswers() {
        var health = HttpRequest.newBuilder(URI.create("http://" + whereHealthIs() + "/health/live"))
                .timeout(PATIENCE)
                .build();
        try {
            var answer =
                    HttpClient.newBuilder().connectTimeout(PATIENCE).build().send(health, BodyHandlers.ofString());
            return answer.statusCode() == 200 && answer.body().equals("alive");
        } catch (IOException silent) {
            return false;
        } catch (InterruptedException tooLate) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
