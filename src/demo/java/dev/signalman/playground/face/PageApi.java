package dev.signalman.playground.face;

import dev.signalman.playground.stage.DemoEnvironment;
import dev.signalman.web.Endpoint;
import dev.signalman.web.Route;
import java.util.ArrayList;
import java.util.List;

/** All routes for the page: files, queries, actions, updates. */
public final class PageApi implements AutoCloseable {
    private final List<Route> routes = new ArrayList<>();
    private final PageUpdates pageUpdates;
    private final PageFiles files = new PageFiles(() -> FallbackPage.HTML);

    /** Creates them for a page without scenes on this machine. */
    public PageApi(DemoEnvironment demo) {
        this(demo, Scenes.NONE, false);
    }

    /**
     * Creates them.
     *
     * @param underAnyName whether the page may be served under a name other than localhost
     */
    public PageApi(DemoEnvironment demo, Scenes scenes, boolean underAnyName) {
        var namedParticipants = new NamedParticipants(demo);
        var ci = new CiView(demo);
        pageUpdates = new PageUpdates(demo, ci);
        var pageRequestFilter = new PageRequestFilter(pageUpdates::look, underAnyName);
        routes.add(Route.of("GET", PageRequestFilter.PATH + "events", pageUpdates.stream()));
        routes.addAll(new PageQueries(demo, namedParticipants, ci).routes(pageRequestFilter));
        routes.addAll(new SlackActions(demo, namedParticipants).routes(pageRequestFilter));
        routes.addAll(new CiActions(demo, namedParticipants).routes(pageRequestFilter));
        routes.addAll(new DemoControls(demo).routes(pageRequestFilter));
        routes.addAll(new AgentPane(demo).routes(pageRequestFilter));
        routes.addAll(new SceneActions(scenes).routes(pageRequestFilter));
        routes.add(Route.under(
                PageRequestFilter.PATH,
                call -> PageRequestFilter.refusal(404, "There is nothing at " + call.path() + ".")));
        routes.addAll(files.routes());
    }

    /** What people see at Semaphore's web addresses: the page, which reads there what to show. */
    public Endpoint semaphorePages() {
        return call -> files.front();
    }

    public List<Route> routes() {
        return List.copyOf(routes);
    }

    /** Starts to look for changes. */
    public void start() {
        pageUpdates.start();
    }

    @Override
    public void close() {
        pageUpdates.close();
    }
}
