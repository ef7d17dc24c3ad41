package dev.signalman.simulator.slack;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** {@code views.*}: modals and home tabs. */
final class ViewMethods {
    private final SimulatedWorkspace workspace;
    private final AppInstallation app;
    private final TriggerIds triggerIds;
    private final ViewStacks views;

    ViewMethods(SimulatedWorkspace workspace, AppInstallation app, TriggerIds triggerIds, ViewStacks views) {
        this.workspace = workspace;
        this.app = app;
        this.triggerIds = triggerIds;
        this.views = views;
    }

    List<ApiMethod> all() {
        return List.of(
                new ApiMethod("views.open", null, ApiMethod.TIER_4, this::open),
                new ApiMethod("views.push", null, ApiMethod.TIER_4, this::push),
                new ApiMethod("views.update", null, ApiMethod.TIER_4, this::update),
                new ApiMethod("views.publish", null, ApiMethod.TIER_4, this::publish));
    }

    private ObjectNode open(MethodArguments arguments) {
        var trigger = arguments.required("trigger_id");
        var opened = views.open(triggerIds.owner(trigger), arguments.view());
        triggerIds.exchange(trigger);
        return answer(opened);
    }

    private ObjectNode push(MethodArguments arguments) {
        var trigger = arguments.required("trigger_id");
        var pushed = views.push(triggerIds.owner(trigger), arguments.view());
        triggerIds.exchange(trigger);
        return answer(pushed);
    }

    private ObjectNode update(MethodArguments arguments) {
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

    private ObjectNode publish(MethodArguments arguments) {
        var person = workspace.person(arguments.required("user_id"));
        if (person == null || person.deactivated()) {
            throw new SlackRefusal("user_not_found");
        }
        return answer(views.publish(person.id(), arguments.view(), arguments.text("hash")));
    }

    private ObjectNode answer(OpenView view) {
        return SlackJson.object().<ObjectNode>set("view", view.json(app, SlackJson.object()));
    }
}
