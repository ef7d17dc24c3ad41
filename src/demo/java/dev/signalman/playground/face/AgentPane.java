package dev.signalman.playground.face;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalman.playground.stage.DemoEnvironment;
import dev.signalman.web.Route;
import java.util.List;
import java.util.Locale;

/** The terminal of the agent, and its end. A scene begins it. */
final class AgentPane {
    private final DemoEnvironment demo;

    AgentPane(DemoEnvironment demo) {
        this.demo = demo;
    }

    List<Route> routes(PageRequestFilter pageRequestFilter) {
        return List.of(
                Route.of("GET", PageRequestFilter.PATH + "agent", pageRequestFilter.question(pageRequest -> screen())),
                Route.of("POST", PageRequestFilter.PATH + "agent/close", pageRequestFilter.deed(this::close)));
    }

    private ObjectNode screen() {
        var screen = demo.terminal().screen();
        var agent = screen.agent();
        var sheet = PageJson.object().put("busy", screen.busy());
        sheet.put("name", agent == null ? null : agent.name());
        sheet.put("owner", agent == null ? null : agent.owner());
        var lines = sheet.putArray("lines");
        screen.lines()
                .forEach(line -> lines.addObject()
                        .put("kind", line.kind().name().toLowerCase(Locale.ROOT))
                        .put("text", line.text()));
        return sheet;
    }

    private ObjectNode close(PageRequest pageRequest) {
        demo.terminal().close();
        return PageJson.object();
    }
}
