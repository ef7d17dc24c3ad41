package dev.signalman.simulator.slack;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** {@code conversations.*}: what a place is and who is in it. */
final class ConversationMethods {
    private final Workspace workspace;
    private final Installation app;
    private final Places places;

    ConversationMethods(Workspace workspace, Installation app) {
        this.workspace = workspace;
        this.app = app;
        this.places = new Places(workspace, app);
    }

    List<ApiMethod> all() {
        return List.of(
                new ApiMethod("conversations.info", null, ApiMethod.TIER_3, this::describe),
                new ApiMethod("conversations.members", null, ApiMethod.TIER_4, this::members),
                new ApiMethod("conversations.open", "im:write", ApiMethod.TIER_3, this::open));
    }

    private Conversation read(Arguments arguments) {
        var place = places.seen(arguments.required("channel"));
        switch (place.kind()) {
            case PUBLIC -> places.needs("channels:read");
            case PRIVATE -> places.needs("groups:read");
            case DIRECT -> places.needs(place.group() ? "mpim:read" : "im:read");
        }
        return place;
    }

    private ObjectNode describe(Arguments arguments) {
        var place = read(arguments);
        var direct = place.kind() == Conversation.Kind.DIRECT;
        var json = Json.object()
                .put("id", place.id())
                .put("is_channel", place.kind() == Conversation.Kind.PUBLIC)
                .put("is_group", place.kind() == Conversation.Kind.PRIVATE)
                .put("is_im", direct && !place.group())
                .put("is_mpim", place.group())
                .put("is_private", place.kind() != Conversation.Kind.PUBLIC)
                .put("is_archived", place.archived())
                .put("is_shared", place.sharedOutside())
                .put("is_ext_shared", place.sharedOutside())
                .put("is_pending_ext_shared", place.outside() == Conversation.Outside.INVITED)
                .put("is_org_shared", false)
                .put("context_team_id", app.teamId());
        if (direct && !place.group()) {
            place.members().stream()
                    .filter(member -> !member.equals(app.botUserId()))
                    .findFirst()
                    .ifPresent(other -> json.put("user", other));
        } else {
            json.put("name", place.name())
                    .put("name_normalized", place.name())
                    .put("is_member", place.has(app.botUserId()));
        }
        return Json.object().<ObjectNode>set("channel", json);
    }

    private ObjectNode members(Arguments arguments) {
        var place = read(arguments);
        var answer = Json.object();
        var list = answer.putArray("members");
        place.members().forEach(list::add);
        answer.putObject("response_metadata").put("next_cursor", "");
        return answer;
    }

    private ObjectNode open(Arguments arguments) {
        var users = arguments.required("users");
        if (users.contains(",")) {
            places.needs("mpim:write");
        }
        var person = workspace.person(users);
        if (person == null) {
            throw new SlackRefusal("user_not_found");
        }
        if (person.deactivated()) {
            throw new SlackRefusal("user_disabled");
        }
        var place = workspace.directBetween(app.botUserId(), person.id());
        var answer = Json.object();
        answer.putObject("channel").put("id", place.id());
        return answer;
    }
}
