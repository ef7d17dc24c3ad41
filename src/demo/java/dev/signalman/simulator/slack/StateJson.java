package dev.signalman.simulator.slack;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** The state as JSON, for a page; without secrets. */
final class StateJson {
    private final SimulatedWorkspace workspace;
    private final AppInstallation app;
    private final ViewStacks views;
    private final FaultInjector faultInjector;

    StateJson(SimulatedWorkspace workspace, AppInstallation app, ViewStacks views, FaultInjector faultInjector) {
        this.workspace = workspace;
        this.app = app;
        this.views = views;
        this.faultInjector = faultInjector;
    }

    String write() {
        var state = SlackJson.object();
        state.putObject("team").put("id", app.teamId()).put("domain", app.teamDomain());
        state.putObject("bot").put("user", app.botUserId()).put("name", app.botName());
        var people = state.putArray("people");
        workspace
                .people()
                .forEach(person -> people.addObject()
                        .put("id", person.id())
                        .put("name", person.name())
                        .put("real_name", person.realName())
                        .put("team", person.teamId())
                        .put("standing", person.standing().name())
                        .put("deactivated", person.deactivated()));
        var groups = state.putArray("groups");
        workspace
                .groups()
                .forEach(group -> groups.addObject()
                        .put("id", group.id())
                        .put("handle", group.handle())
                        .put("members", String.join(",", group.members())));
        var channels = state.putArray("channels");
        workspace.conversations().forEach(place -> channels.add(channel(place)));
        var open = state.putArray("views");
        views.all()
                .forEach(view ->
                        open.addObject().put("person", view.person()).set("view", view.json(app, SlackJson.object())));
        var errors = state.putArray("errors");
        workspace
                .errors()
                .forEach(error -> errors.addObject()
                        .put("person", error.person())
                        .put("where", error.where())
                        .put("what", error.what())
                        .put("error", error.error())
                        .put("at", error.at().toString()));
        var calls = state.putArray("calls");
        faultInjector
                .calls()
                .forEach(call -> calls.addObject()
                        .put("method", call.method())
                        .put("channel", call.channel())
                        .put("error", call.error())
                        .put("status", call.status())
                        .put("at", call.at().toString()));
        return SlackJson.write(state);
    }

    private ObjectNode channel(Conversation place) {
        var json = SlackJson.object()
                .put("id", place.id())
                .put("name", place.name())
                .put("kind", place.kind().name())
                .put("archived", place.archived())
                .put("shared_outside", place.sharedOutside());
        var members = json.putArray("members");
        place.members().forEach(members::add);
        var messages = json.putArray("messages");
        List<PostedMessage> said = workspace.messages(place.id());
        said.forEach(message -> {
            ObjectNode each = MessageJson.of(message, app);
            each.put("ephemeral_for", message.ephemeralFor())
                    .put("changes", message.earlier().size())
                    .put("drawn", message.drawn());
            messages.add(each);
        });
        return json;
    }
}
