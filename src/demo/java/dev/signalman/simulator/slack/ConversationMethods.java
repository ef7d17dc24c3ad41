package dev.signalman.simulator.slack;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** {@code conversations.*}: describes channels and their members. */
final class ConversationMethods {
    private final SimulatedWorkspace workspace;
    private final AppInstallation app;
    private final BotChannelAccess botChannelAccess;

    ConversationMethods(SimulatedWorkspace workspace, AppInstallation app) {
        this.workspace = workspace;
        this.app = app;
        this.botChannelAccess = new BotChannelAccess(workspace, app);
    }

    List<ApiMethod> all() {
        return List.of(
                new ApiMethod("conversations.info", null, ApiMethod.TIER_3, this::describe),
                new ApiMethod("conversations.members", null, ApiMethod.TIER_4, this::members),
                new ApiMethod("conversations.open", "im:write", ApiMethod.TIER_3, this::open));
    }

    private Conversation read(MethodArguments arguments) {
        var place = botChannelAccess.seen(arguments.required("channel"));
        switch (place.kind()) {
            case PUBLIC -> botChannelAccess.needs("channels:read");
            case PRIVATE -> botChannelAccess.needs("groups:read");
            case DIRECT -> botChannelAccess.needs(place.group() ? "mpim:read" : "im:read");
        }
        return place;
    }

    private ObjectNode describe(MethodArguments arguments) {
        var place = read(arguments);
        var direct = place.kind() == Conversation.Kind.DIRECT;
        var json = SlackJson.object()
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
        return SlackJson.object().<ObjectNode>set("channel", json);
    }

    private ObjectNode members(MethodArguments arguments) {
        var place = read(arguments);
        var answer = SlackJson.object();
        var list = answer.putArray("members");
        place.members().forEach(list::add);
        answer.putObject("response_metadata").put("next_cursor", "");
        return answer;
    }

    private ObjectNode open(MethodArguments arguments) {
        var users = arguments.required("users");
        if (users.contains(",")) {
            botChannelAccess.needs("mpim:write");
        }
        var person = workspace.person(users);
        if (person == null) {
            throw new SlackRefusal("user_not_found");
        }
        if (person.deactivated()) {
            throw new SlackRefusal("user_disabled");
        }
        var place = workspace.directBetween(app.botUserId(), person.id());
        var answer = SlackJson.object();
        answer.putObject("channel").put("id", place.id());
        return answer;
    }
}
