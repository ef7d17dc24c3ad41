package dev.signalman.playground.face;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalman.web.Route;
import java.util.List;

/** Sets a scene up. */
final class SceneActions {
    private final Scenes scenes;

    SceneActions(Scenes scenes) {
        this.scenes = scenes;
    }

    List<Route> routes(PageRequestFilter pageRequestFilter) {
        return List.of(Route.of("POST", PageRequestFilter.PATH + "scene", pageRequestFilter.deed(this::play)));
    }

    private ObjectNode play(PageRequest pageRequest) {
        var name = pageRequest.text("name");
        if (!scenes.names().contains(name)) {
            throw BadPageRequestException.wrong(
                    "There is no scene \"" + name + "\"; there are " + String.join(", ", scenes.names()) + ".");
        }
        try {
            var spot = scenes.play(name);
            return PageJson.object().put("as", spot.person()).put("channel", spot.channel());
        } catch (Scenes.BrokenOffException brokenOff) {
            throw BadPageRequestException.notNow("The scene broke off: " + brokenOff.getMessage() + ".");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw BadPageRequestException.notNow("The demo ends.");
        }
    }
}
