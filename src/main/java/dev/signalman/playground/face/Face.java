package dev.signalman.playground.face;

import dev.signalman.playground.stage.Stage;
import dev.signalman.web.Route;
import java.util.ArrayList;
import java.util.List;

/** All that the page meets: its files, its questions, its deeds, and news. */
public final class Face implements AutoCloseable {
    static final String PATH = "/playground/";

    private final List<Route> routes = new ArrayList<>();
    private final News news;

    /** The face of a stage. */
    public Face(Stage stage) {
        var company = new Company(stage);
        var ci = new CiSheet(stage);
        news = new News(stage, ci);
        var manners = new Manners(news::look);
        routes.add(Route.of("GET", PATH + "events", news.stream()));
        routes.addAll(new Questions(stage, company, ci).routes(manners));
        routes.addAll(new SlackDeeds(stage, company).routes(manners));
        routes.addAll(new CiDeeds(stage, company).routes(manners));
        routes.addAll(new StageDeeds(stage).routes(manners));
        routes.add(Route.under(PATH, call -> Manners.refusal(404, "There is nothing at " + call.path() + ".")));
        routes.addAll(new PageFiles(() -> PlainPage.HTML).routes());
    }

    /** What to serve. */
    public List<Route> routes() {
        return List.copyOf(routes);
    }

    /** Begins to look for changes. */
    public void start() {
        news.start();
    }

    @Override
    public void close() {
        news.close();
    }
}
