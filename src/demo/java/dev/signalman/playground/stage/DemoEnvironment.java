package dev.signalman.playground.stage;

import dev.signalman.simulator.SimulatedSemaphore;
import dev.signalman.simulator.slack.SimulatedSlack;
import dev.signalman.web.Endpoint;
import dev.signalman.web.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The parts of the demo.
 *
 * @param roles people's roles by id, in display order
 */
public record DemoEnvironment(
        SimulatedSlack slack,
        SimulatedSemaphore semaphore,
        DemoClock clock,
        RestartableBot bot,
        DemoFaults troubles,
        CallRecorder calls,
        Map<String, String> roles) {
    /** Path of Slack. */
    public static final String SLACK = "/slack-sim";
    /** Path of Semaphore. */
    public static final String SEMAPHORE = "/semaphore-sim";

    private static final String SLACK_API = SLACK + "/api/";

    /** Recorded routes of Slack, Semaphore and the bot. The last one matches everything else. */
    public List<Route> routes() {
        var routes = new ArrayList<Route>();
        for (var route : slack.routes(SLACK)) {
            // sockets are not recorded
            routes.add(
                    route.path().startsWith(SLACK) && route.path().endsWith("/*")
                            ? heard(route, toSlack(route.endpoint()))
                            : route);
        }
        for (var route : semaphore.routes(SEMAPHORE)) {
            routes.add(route.path().startsWith(SEMAPHORE) ? heard(route, toSemaphore(route.endpoint())) : route);
        }
        routes.add(Route.of(
                "POST", "/slack/events", calls.overhearing("Slack", "bot", path -> path, ReplySummary::byNumber, bot)));
        routes.add(Route.of(
                "POST",
                "/semaphore/webhook",
                calls.overhearing("Semaphore", "bot", path -> path, ReplySummary::byNumber, bot)));
        routes.add(Route.under("/", bot));
        return routes;
    }

    private static Route heard(Route route, Endpoint endpoint) {
        return new Route(route.method(), route.path(), endpoint);
    }

    /** Hides the path of a response URL, which is a capability. */
    private Endpoint toSlack(Endpoint slackItself) {
        return calls.overhearing(
                "bot",
                "Slack",
                path -> path.startsWith(SLACK_API) ? path.substring(SLACK_API.length()) : "response_url",
                ReplySummary::bySlacksWord,
                slackItself);
    }

    private Endpoint toSemaphore(Endpoint semaphoreItself) {
        return calls.overhearing(
                "bot",
                "Semaphore",
                path -> path.substring(SEMAPHORE.length()),
                ReplySummary::byNumber,
                semaphoreItself);
    }
}
