package dev.signalman.simulator.semaphore.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signalman.simulator.semaphore.Organization;
import dev.signalman.simulator.semaphore.Permission;
import dev.signalman.simulator.semaphore.SeededIds;
import dev.signalman.simulator.semaphore.SemaphoreUser;
import dev.signalman.simulator.semaphore.SimulatedDeploymentTarget;
import dev.signalman.simulator.semaphore.SimulatedDeploymentTarget.ObjectRule;
import dev.signalman.simulator.semaphore.SimulatedDeploymentTarget.SubjectRule;
import dev.signalman.web.Reply;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@code PATCH /deployment_targets/ID}: what is left out of the body stays, secrets too (docs/semaphore.md). */
final class TargetUpdate {
    private static final String NOT_PAID_FOR =
            " feature is not enabled for your organization. See more details here: https://semaphoreci.com/pricing";
    private static final Set<String> OBJECTS = Set.of("BRANCH", "TAG", "PR");
    private static final Set<String> MODES = Set.of("ALL", "EXACT", "REGEX");

    private final Organization organization;
    private final AuthenticatedCall call;

    TargetUpdate(Organization organization, AuthenticatedCall call) {
        this.organization = organization;
        this.call = call;
    }

    Reply answer() {
        var id = call.path().get(1);
        var token = call.parameters().text("unique_token");
        if (!token.isEmpty() && !SeededIds.isUuid(token)) {
            return Reply.bare(400, "unique_token must be a valid UUID");
        }
        if (!SeededIds.isUuid(id)) {
            return Reply.bare(400, "target_id must be a valid UUID");
        }
        var subjects = call.parameters().raw("subject_rules");
        if (!isList(subjects, "type")) {
            return Reply.bare(400, "subject_rules must be a list of proper objects");
        }
        var objects = call.parameters().raw("object_rules");
        if (!isList(objects, "type", "match_mode", "pattern")) {
            return Reply.bare(400, "object_rules must be a list of proper objects");
        }
        var advanced = subjects != null
                && !(subjects.size() == 1
                        && subjects.get(0).size() == 1
                        && subjects.get(0).path("type").asText().equals("ANY"));
        var settings = organization.settings();
        if (!settings.hasDeploymentTargets() || (advanced && !settings.hasAdvancedTargets())) {
            return notPaidFor(advanced ? "The advanced deployment targets" : "The deployment targets");
        }
        var target = organization.target(id).orElse(null);
        if (target == null) {
            return SemaphoreResponses.string(404, "Target not found");
        }
        if (!call.may(Permission.MANAGE_TARGETS, target.project())) {
            return SemaphoreResponses.permissionDenied();
        }
        if (token.isEmpty()) {
            return SemaphoreResponses.string(
                    400, "target_id and unique_token are required to update a deployment target");
        }
        return update(target, token, subjects, objects);
    }

    private Reply update(
            SimulatedDeploymentTarget target, String token, @Nullable JsonNode subjects, @Nullable JsonNode objects) {
        var newSubjects = subjects == null
                ? null
                : items(subjects)
                        .map(each -> new SubjectRule(
                                each.path("type").asText(),
                                each.path("subject_id").asText("")))
                        .toList();
        // rules that stay are checked anew, too
        for (var rule : newSubjects == null ? target.subjects() : newSubjects) {
            var fault = fault(rule, target);
            if (fault != null) {
                return SemaphoreResponses.string(400, fault);
            }
        }
        if (target.uniqueToken().equals(token)) {
            return SemaphoreResponses.value(200, TargetJson.target(target, organization));
        }
        if (target.isSyncing()) {
            return SemaphoreResponses.string(400, "Invalid state: SYNCING");
        }
        var newObjects = objects == null
                ? null
                : items(objects)
                        .map(each -> new ObjectRule(
                                each.path("type").asText(),
                                each.path("match_mode").asText(),
                                each.path("pattern").asText("")))
                        .toList();
        if (newObjects != null && !newObjects.stream().allMatch(TargetUpdate::isSound)) {
            return SemaphoreResponses.string(400, "Changeset error");
        }
        target.updated(newSubjects, newObjects, call.user().id(), call.now(), token);
        return SemaphoreResponses.value(200, TargetJson.target(target, organization));
    }

    /** Service accounts are no members here, as on the server. */
    private @Nullable String fault(SubjectRule rule, SimulatedDeploymentTarget target) {
        var project = target.project();
        return switch (rule.type()) {
            case "USER" ->
                organization.members(project).stream().map(SemaphoreUser::id).anyMatch(rule.subjectId()::equals)
                        ? null
                        : "user \"" + rule.subjectId() + "\" can't be added to subject rules for project \""
                                + project.id() + "\" and organization \"" + organization.id() + "\"";
            case "ROLE" -> "role \"" + rule.subjectId() + "\" is not valid";
            default -> null;
        };
    }

    private static boolean isSound(ObjectRule rule) {
        if (!OBJECTS.contains(rule.type()) || !MODES.contains(rule.matchMode())) {
            return false;
        }
        if (rule.matchMode().equals("ALL")) {
            return true;
        }
        try {
            return !rule.pattern().isEmpty()
                    && (rule.matchMode().equals("EXACT") || Pattern.compile(rule.pattern()) != null);
        } catch (PatternSyntaxException malformed) {
            return false;
        }
    }

    private static boolean isList(@Nullable JsonNode rules, String... keys) {
        return rules == null
                || (rules.isArray()
                        && items(rules).allMatch(each -> Stream.of(keys).allMatch(each::has)));
    }

    private static Stream<JsonNode> items(JsonNode list) {
        List<JsonNode> items = new ArrayList<>();
        list.forEach(items::add);
        return items.stream();
    }

    private static Reply notPaidFor(String feature) {
        return new Reply(
                403, "text/plain; charset=utf-8", Map.of(), (feature + NOT_PAID_FOR).getBytes(StandardCharsets.UTF_8));
    }
}
