package dev.signalman.simulator.slack;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** {@code views.*}: what the bot puts on one person's screen. */
final class ViewMethods {
    private final Workspace workspace;
    private final Installation app;
    private final Triggers triggers;
    private final Views views;

    ViewMethods(Workspace workspace, Installation app, Triggers triggers, Views views) {
        this.workspace = workspace;
        this.app = app;
        this.triggers = triggers;
        this.views = views;
    }

    List<ApiMethod> all() {
        return List.of(
                new ApiMethod("views.open", null, ApiMethod.TIER_4, this::open),
                new ApiMethod("views.push", null, ApiMethod.TIER_4, this::push),
                new ApiMethod("views.update", null, ApiMethod.TIER_4, this::update),
                new ApiMethod("views.publish", null, ApiMethod.TIER_4, this::publish));
    }

    private ObjectNode open(Arguments arguments) {
        var trigger = arguments.required("trigger_id");
        var opened = views.open(triggers.owner(trigger), arguments.view());
        triggers.exchange(trigger);
        return answer(opened);
    }

    private ObjectNode push(Arguments arguments) {
        var trigger = arguments.required("trigger_id");
        var pushed = views.push(triggers.owner(trigger), arguments.view());
        triggers.exchange(trigger);
        return answer(pushed);
    }

    private ObjectNode update(Arguments arguments) {
        var id = arguments.text("view_id");
        var external = arguments.text("external_id");
        if (id == null && external == null) {
            throw new SlackRefusal("invalid_arguments", "[ERROR] must provide either view_id or external_id");
        }
        var view = views.all().stream()
                .filter(each -> id == null
                        ? each.externalId().equals(external)
                        : each.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new SlackRefusal("not_found"));
        return answer(views.update(view, arguments.view(), arguments.text("hash")));
    }

    private ObjectNode publish(Arguments arguments) {
        var person = workspace.person(arguments.required("user_id"));
        if (person == null || person.deactivated()) {
            throw new SlackRefusal("user_not_found");
        }
        return answer(views.publish(person.id(), arguments.view(), arguments.text("hash")));
    }

    private ObjectNode answer(OpenView view) {
        return Json.object().<ObjectNode>set("view", view.json(app, Json.object()));
    }
}
