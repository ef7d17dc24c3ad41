package dev.signalman.playground.stage;

import dev.signalman.simulator.SimulatedSemaphore;
import dev.signalman.simulator.slack.SimulatedSlack;
import dev.signalman.web.Endpoint;
import dev.signalman.web.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * All that the demo is played with.
 *
 * @param roles what people do, by their ids, in the order in which they are shown
 */
public record DemoEnvironment(
        SimulatedSlack slack,
        SimulatedSemaphore semaphore,
        DemoClock clock,
        RestartableBot bot,
        DemoFaults troubles,
        CallRecorder calls,
        Map<String, String> roles) {
    /** Where Slack is served. */
    public static final String SLACK = "/slack-sim";
    /** Where Semaphore is served. */
    public static final String SEMAPHORE = "/semaphore-sim";

    private static final String SLACK_API = SLACK + "/api/";

    /** How Slack, Semaphore and the bot meet, each call overheard. The last takes whatever no route before it wants. */
    public List<Route> routes() {
        var routes = new ArrayList<Route>();
        for (var route : slack.routes(SLACK)) {
            // a socket is no call, and is left alone
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

    /** The path of a response URL is what lets one use it, and so is not kept. */
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
