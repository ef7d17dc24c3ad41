package dev.signalman.playground;

import dev.signalman.playground.stage.AgentTerminal.Agent;
import dev.signalman.playground.stage.DemoEnvironment;
import dev.signalman.simulator.slack.PostedMessage;
import java.net.URI;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** An agent of Alice's asks for production, and waits in a terminal. */
final class AgentScene {
    private static final String NAME = "release-agent";
    private static final Map<String, String> WANTED = new TreeMap<>(Map.of(
            "project", "infra",
            "promotion", "production",
            "reason", "All checks are green for 20 minutes."));
    private static final Pattern TOKEN = Pattern.compile("signalman_agent_[A-Za-z0-9_-]+");
    private static final Pattern DOOR = Pattern.compile("http://\\S+/mcp");

    private final DemoEnvironment demo;
    private final SceneSteps steps;

    AgentScene(DemoEnvironment demo, SceneSteps steps) {
        this.demo = demo;
        this.steps = steps;
    }

    /** An agent that waits already is the scene. */
    void play() throws InterruptedException {
        if (demo.terminal().screen().busy()) {
            return;
        }
        var build = demo.semaphore().push("infra", "main", "Point the shop at the new load balancer <!here>", "pia");
        demo.semaphore().finish(build.pipelineId());
        var shown = token();
        demo.terminal().ask(URI.create(found(DOOR, shown)), new Agent(NAME, "Alice", found(TOKEN, shown)), WANTED);
        steps.until(
                "the agent's question",
                () -> demo.terminal().screen().lines().stream()
                        .anyMatch(line -> line.text().startsWith("wait_for_request")));
    }

    /** A token is shown once, so a new one takes the place of one that was lost. */
    private PostedMessage token() throws InterruptedException {
        var create = "/semaphore agent-token create " + NAME;
        var shown = steps.asks(DemoSeed.ALICE, create);
        if (TOKEN.matcher(shown.drawn()).find()) {
            return shown;
        }
        steps.asks(DemoSeed.ALICE, "/semaphore agent-token revoke " + NAME);
        return steps.asks(DemoSeed.ALICE, create);
    }

    private static String found(Pattern what, PostedMessage shown) {
        return what.matcher(shown.drawn()).results().findFirst().orElseThrow().group();
    }
}
