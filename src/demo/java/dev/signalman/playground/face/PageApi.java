package dev.signalman.playground.face;

import dev.signalman.playground.stage.DemoEnvironment;
import dev.signalman.web.Route;
import java.util.ArrayList;
import java.util.List;

/** All routes for the page: files, queries, actions, updates. */
public final class PageApi implements AutoCloseable {
    private final List<Route> routes = new ArrayList<>();
    private final PageUpdates pageUpdates;

    public PageApi(DemoEnvironment demo) {
        var namedParticipants = new NamedParticipants(demo);
        var ci = new CiView(demo);
        pageUpdates = new PageUpdates(demo, ci);
        var pageRequestFilter = new PageRequestFilter(pageUpdates::look);
        routes.add(Route.of("GET", PageRequestFilter.PATH + "events", pageUpdates.stream()));
        routes.addAll(new PageQueries(demo, namedParticipants, ci).routes(pageRequestFilter));
        routes.addAll(new SlackActions(demo, namedParticipants).routes(pageRequestFilter));
        routes.addAll(new CiActions(demo, namedParticipants).routes(pageRequestFilter));
        routes.addAll(new DemoControls(demo).routes(pageRequestFilter));
        routes.add(Route.under(
                PageRequestFilter.PATH,
                call -> PageRequestFilter.refusal(404, "There is nothing at " + call.path() + ".")));
        routes.addAll(new PageFiles(() -> FallbackPage.HTML).routes());
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
