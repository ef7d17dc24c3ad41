package dev.signalman.simulator.slack;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Objects;

/** {@code auth.test}, {@code users.*} and {@code usergroups.*}. */
final class PeopleMethods {
    private final SimulatedWorkspace workspace;
    private final AppInstallation app;

    PeopleMethods(SimulatedWorkspace workspace, AppInstallation app) {
        this.workspace = workspace;
        this.app = app;
    }

    List<ApiMethod> all() {
        return List.of(
                new ApiMethod("auth.test", null, ApiMethod.SPECIAL, arguments -> test()),
                new ApiMethod("users.info", "users:read", ApiMethod.TIER_4, this::user),
                new ApiMethod("users.lookupByEmail", "users:read.email", ApiMethod.TIER_3, this::userByEmail),
                new ApiMethod("usergroups.list", "usergroups:read", ApiMethod.TIER_2, this::groups),
                new ApiMethod("usergroups.users.list", "usergroups:read", ApiMethod.TIER_2, this::groupMembers));
    }

    private ObjectNode test() {
        var answer = SlackJson.object()
                .put("url", "https://" + app.teamDomain() + ".slack.com/")
                .put("team", app.teamDomain())
                .put("user", app.botName())
                .put("team_id", app.teamId())
                .put("user_id", app.botUserId())
                .put("bot_id", app.botId());
        if (app.enterpriseId() != null) {
            answer.put("enterprise_id", app.enterpriseId());
        }
        return answer.put("is_enterprise_install", false);
    }

    private ObjectNode user(MethodArguments arguments) {
        var person = workspace.person(arguments.required("user"));
        if (person == null) {
            throw new SlackRefusal("user_not_found");
        }
        var user = describe(person);
        return SlackJson.object().<ObjectNode>set("user", user);
    }

    /** Finds deactivated accounts too, which is stricter for the bot than Slack may be. */
    private ObjectNode userByEmail(MethodArguments arguments) {
        var email = arguments.required("email");
        var person = workspace.people().stream()
                .filter(each -> each.email().equalsIgnoreCase(email))
                .findFirst()
                .orElseThrow(() -> new SlackRefusal("users_not_found"));
        return SlackJson.object().<ObjectNode>set("user", describe(person));
    }

    private ObjectNode describe(SimulatedPerson person) {
        var teamId = Objects.requireNonNullElse(person.teamId(), app.teamId());
        var foreign = !teamId.equals(app.teamId());
        var user = SlackJson.object()
                .put("id", person.id())
                .put("team_id", teamId)
                .put("name", person.name())
                .put("deleted", person.deactivated());
        var profile = user.putObject("profile")
                .put("real_name", person.realName())
                .put("display_name", person.realName())
                .put("team", teamId);
        if (app.scopes().contains("users:read.email") && !person.deactivated() && !foreign && !bot(person)) {
            profile.put("email", person.email());
        }
        user.put("is_bot", bot(person)).put("is_app_user", false);
        if (foreign) {
            user.put("is_stranger", !metInSharedChannel(person));
        }
        if (person.deactivated()) {
            return user; // Slack omits the rest for deactivated accounts
        }
        user.put("real_name", person.realName())
                .put("tz", "Europe/Belgrade")
                .put("tz_label", "Central European Time")
                .put("tz_offset", 3600)
                .put("is_admin", person.standing() == SimulatedPerson.Standing.ADMIN)
                .put("is_owner", false)
                .put("is_primary_owner", false)
                .put("is_restricted", guest(person))
                .put("is_ultra_restricted", person.standing() == SimulatedPerson.Standing.SINGLE_CHANNEL_GUEST);
        if (app.enterpriseId() != null && !foreign) {
            user.putObject("enterprise_user")
                    .put("id", person.id())
                    .put("enterprise_id", app.enterpriseId())
                    .put("enterprise_name", app.teamDomain())
                    .put("is_admin", false)
                    .put("is_owner", false)
                    .putArray("teams")
                    .add(app.teamId());
        }
        return user;
    }

    private static boolean bot(SimulatedPerson person) {
        return person.standing() == SimulatedPerson.Standing.BOT;
    }

    private static boolean guest(SimulatedPerson person) {
        return person.standing() == SimulatedPerson.Standing.GUEST
                || person.standing() == SimulatedPerson.Standing.SINGLE_CHANNEL_GUEST;
    }

    private boolean metInSharedChannel(SimulatedPerson person) {
        return workspace.conversations().stream()
                .anyMatch(each -> each.sharedOutside() && each.has(person.id()) && each.has(app.botUserId()));
    }

    private ObjectNode groups(MethodArguments arguments) {
        var answer = SlackJson.object();
        var list = answer.putArray("usergroups");
        for (var group : workspace.groups()) {
            var json = list.addObject()
                    .put("id", group.id())
                    .put("team_id", app.teamId())
                    .put("is_usergroup", true)
                    .put("name", group.name())
                    .put("handle", group.handle())
                    .put("is_external", false)
                    .put("date_delete", 0)
                    .put("user_count", group.members().size());
            if (arguments.flag("include_users")) {
                var users = json.putArray("users");
                group.members().forEach(users::add);
            }
        }
        return answer;
    }

    private ObjectNode groupMembers(MethodArguments arguments) {
        var id = arguments.required("usergroup");
        var found = workspace.groups().stream()
                .filter(group -> group.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new SlackRefusal("no_such_subteam"));
        var answer = SlackJson.object();
        var users = answer.putArray("users");
        var size = workspace.restrictions().pageOfMembers();
        int from = cursor(arguments);
        if (from > found.members().size()) {
            throw new SlackRefusal("invalid_cursor");
        }
        int to = Math.min(found.members().size(), from + size);
        found.members().subList(from, to).forEach(users::add);
        answer.putObject("response_metadata")
                .put("next_cursor", to < found.members().size() ? "m:" + to : "");
        return answer;
    }

    private static int cursor(MethodArguments arguments) {
        var cursor = arguments.text("cursor");
        if (cursor == null || cursor.isEmpty()) {
            return 0;
        }
        if (!cursor.matches("m:\\d{1,6}")) {
            throw new SlackRefusal("invalid_cursor");
        }
        return Integer.parseInt(cursor.substring(2));
    }
}
