package dev.signalman.playground.stage;

import dev.signalman.simulator.SimulatedSemaphore;
import dev.signalman.simulator.slack.SimulatedSlack;
import dev.signalman.web.Endpoint;
import dev.signalman.web.HttpCall;
import dev.signalman.web.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

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
        LedgerTail ledger,
        SimulatedPhones phones,
        AgentTerminal terminal,
        Map<String, String> roles) {
    /** Path of Slack. */
    public static final String SLACK = "/slack-sim";
    /** Path of Semaphore. */
    public static final String SEMAPHORE = "/semaphore-sim";

    private static final String SLACK_API = SLACK + "/api/";
    private static final Pattern PAGE = Pattern.compile(SEMAPHORE + "/(workflows|jobs|projects)/[^/]+");

    /**
     * Recorded routes of Slack, Semaphore and the bot. The last one matches everything else.
     *
     * @param pages what people see at Semaphore's web addresses
     */
    public List<Route> routes(Endpoint pages) {
        var routes = new ArrayList<Route>();
        for (var route : slack.routes(SLACK)) {
            // sockets are not recorded
            routes.add(
                    route.path().startsWith(SLACK) && route.path().endsWith("/*")
                            ? heard(route, toSlack(route.endpoint()))
                            : route);
        }
        for (var route : semaphore.routes(SEMAPHORE)) {
            routes.add(route.path().startsWith(SEMAPHORE) ? heard(route, toSemaphore(route.endpoint(), pages)) : route);
        }
        routes.add(Route.of(
                "POST", "/slack/events", calls.overhearing("Slack", "bot", path -> path, ReplySummary::byNumber, bot)));
        routes.add(Route.of(
                "POST",
                "/semaphore/webhook",
                calls.overhearing("Semaphore", "bot", path -> path, ReplySummary::byNumber, bot)));
        routes.add(
                Route.of("GET", "/gate", calls.overhearing("job", "bot", path -> path, ReplySummary::byNumber, bot)));
        routes.add(
                Route.of("POST", "/mcp", calls.overhearing("agent", "bot", path -> path, ReplySummary::byNumber, bot)));
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
                DemoEnvironment::changed,
                slackItself);
    }

    private static String changed(HttpCall call) {
        return call.path().equals(SLACK_API + "chat.update")
                ? call.formParameters().getOrDefault("ts", List.of("")).get(0)
                : "";
    }

    /** A page is for people, and is not recorded. */
    private Endpoint toSemaphore(Endpoint semaphoreItself, Endpoint pages) {
        var api = calls.overhearing(
                "bot",
                "Semaphore",
                path -> path.substring(SEMAPHORE.length()),
                ReplySummary::byNumber,
                semaphoreItself);
        return call -> (isPage(call) ? pages : api).answer(call);
    }

    private static boolean isPage(HttpCall call) {
        return call.method().equals("GET") && PAGE.matcher(call.path()).matches();
    }
}
