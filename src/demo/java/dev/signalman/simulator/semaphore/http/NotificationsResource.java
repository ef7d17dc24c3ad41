package dev.signalman.simulator.semaphore.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalman.simulator.semaphore.NotificationStore;
import dev.signalman.simulator.semaphore.Organization;
import dev.signalman.simulator.semaphore.SemaphoreRefusal;
import dev.signalman.simulator.semaphore.StoredNotification;
import dev.signalman.web.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;

/** {@code /notifications}, behind the gateway that jobs are behind. */
final class NotificationsResource implements ApiResource {
    private static final int INVALID_ARGUMENT = 3;
    private static final int NOT_FOUND = 5;
    private static final int PERMISSION_DENIED = 7;
    private static final int FAILED_PRECONDITION = 9;
    private static final int USUAL_PAGE = 100;
    private static final int LONGEST_PAGE = 300;
    private static final Set<String> RESULTS = Set.of("passed", "failed", "stopped", "canceled");

    private final Organization organization;

    NotificationsResource(Organization organization) {
        this.organization = organization;
    }

    @Override
    public Reply answer(AuthenticatedCall call) {
        if (call.is("GET", 1)) {
            return list(call);
        }
        if (call.is("POST", 1)) {
            return create(call);
        }
        if (call.is("GET", 2) || call.is("DELETE", 2)) {
            return one(call, call.path().get(1));
        }
        return SemaphoreResponses.grpc(404, NOT_FOUND, "Not Found");
    }

    private Reply list(AuthenticatedCall call) {
        var asked = call.parameters().text("page_size");
        int size = asked.isEmpty() ? 0 : Integer.parseInt(asked);
        if (size > LONGEST_PAGE) {
            return SemaphoreResponses.grpc(400, INVALID_ARGUMENT, "Page size can't exceed " + LONGEST_PAGE);
        }
        if (!call.user().managesNotifications()) {
            return SemaphoreResponses.grpc(403, PERMISSION_DENIED, "Can't list notifications in organization");
        }
        var token = call.parameters().text("page_token");
        int start = token.isEmpty() ? 0 : Integer.parseInt(token);
        var all = organization.notifications().all();
        int end = Math.min(all.size(), start + (size == 0 ? USUAL_PAGE : size));
        var answer = SemaphoreResponses.object();
        var notifications = answer.putArray("notifications");
        all.subList(Math.min(start, end), end).forEach(each -> notifications.add(wire(each)));
        answer.put("next_page_token", end < all.size() ? Integer.toString(end) : "");
        return SemaphoreResponses.typed(200, answer);
    }

    private Reply one(AuthenticatedCall call, String name) {
        var found = organization
                .notifications()
                .named(name)
                .filter(each -> call.user().managesNotifications());
        if (found.isEmpty()) {
            return SemaphoreResponses.grpc(404, NOT_FOUND, "Notification " + name + " not found");
        }
        if (call.http().method().equals("DELETE")) {
            organization.notifications().delete(name);
            return SemaphoreResponses.typed(200, SemaphoreResponses.object());
        }
        return SemaphoreResponses.typed(200, wire(found.get()));
    }

    private Reply create(AuthenticatedCall call) {
        if (!call.user().managesNotifications()) {
            return SemaphoreResponses.grpc(403, PERMISSION_DENIED, "You are not authorized to create notifications");
        }
        var metadata = call.parameters().raw("metadata");
        var spec = call.parameters().raw("spec");
        var rules = new ArrayList<StoredNotification.Rule>();
        for (var rule : spec == null ? List.<JsonNode>of() : spec.path("rules")) {
            if (!rule.path("notify").isObject()) {
                return SemaphoreResponses.grpc(400, INVALID_ARGUMENT, "A notification rule must have a notify field.");
            }
            var read = rule(rule);
            var fault = fault(read);
            if (!fault.isEmpty()) {
                return SemaphoreResponses.grpc(400, INVALID_ARGUMENT, fault);
            }
            rules.add(read);
        }
        var name = metadata == null ? "" : metadata.path("name").asText();
        var made =
                new StoredNotification(organization.newId(), name, call.user().id(), call.now(), rules);
        try {
            organization.notifications().add(made);
        } catch (SemaphoreRefusal taken) {
            return SemaphoreResponses.grpc(400, FAILED_PRECONDITION, taken.reason());
        }
        return SemaphoreResponses.typed(200, wire(made));
    }

    private static StoredNotification.Rule rule(JsonNode rule) {
        var filter = rule.path("filter");
        var webhook = rule.path("notify").path("webhook");
        return new StoredNotification.Rule(
                rule.path("name").asText(),
                texts(filter, "projects"),
                texts(filter, "branches"),
                texts(filter, "pipelines"),
                texts(filter, "blocks"),
                texts(filter, "results"),
                texts(filter, "tags"),
                new StoredNotification.Webhook(
                        webhook.path("endpoint").asText(),
                        webhook.path("timeout").asInt(),
                        webhook.path("retries").asInt(),
                        webhook.path("secret").asText()));
    }

    private static String fault(StoredNotification.Rule rule) {
        var broken = Stream.of(
                        rule.projects(), rule.branches(), rule.pipelines(), rule.blocks(), rule.results(), rule.tags())
                .flatMap(List::stream)
                .filter(NotificationsResource::isBrokenExpression)
                .findFirst();
        if (broken.isPresent()) {
            return "Pattern " + broken.get() + " is not a valid regex statement";
        }
        var strange = rule.results().stream()
                .filter(result -> !NotificationStore.isExpression(result) && !RESULTS.contains(result))
                .findFirst();
        if (strange.isPresent()) {
            return "Value " + strange.get()
                    + " is not a valid result entry. Valid values are: passed, failed, canceled, stopped.";
        }
        return rule.webhook().endpoint().isEmpty()
                ? "A notification rule must have at least one notification target configured."
                : "";
    }

    private static boolean isBrokenExpression(String term) {
        if (!NotificationStore.isExpression(term)) {
            return false;
        }
        try {
            return Pattern.compile(term.substring(1, term.length() - 1)) == null;
        } catch (PatternSyntaxException broken) {
            return true;
        }
    }

    private static List<String> texts(JsonNode filter, String name) {
        var texts = new ArrayList<String>();
        filter.path(name).forEach(each -> texts.add(each.asText()));
        return texts;
    }

    /** Every field is present, and 64-bit integers are strings. */
    private static ObjectNode wire(StoredNotification notification) {
        var seconds = Long.toString(notification.createdAt().getEpochSecond());
        var wire = SemaphoreResponses.object();
        wire.putObject("metadata")
                .put("name", notification.name())
                .put("id", notification.id())
                .put("create_time", seconds)
                .put("update_time", seconds)
                .put("creator_id", notification.creatorId());
        var rules = wire.putObject("spec").putArray("rules");
        notification.rules().forEach(each -> wire(each, rules.addObject()));
        wire.putObject("status").putArray("failures");
        return wire;
    }

    private static void wire(StoredNotification.Rule rule, ObjectNode wire) {
        wire.put("name", rule.name());
        var filter = wire.putObject("filter");
        put(filter.putArray("projects"), rule.projects());
        put(filter.putArray("branches"), rule.branches());
        put(filter.putArray("pipelines"), rule.pipelines());
        put(filter.putArray("blocks"), rule.blocks());
        filter.putArray("states");
        put(filter.putArray("results"), rule.results());
        put(filter.putArray("tags"), rule.tags());
        var notify = wire.putObject("notify");
        notify.putObject("slack")
                .put("endpoint", "")
                .put("message", "")
                .put("status", "ACTIVE")
                .putArray("channels");
        notify.putObject("email").put("subject", "").put("content", "").put("status", "ACTIVE");
        notify.putObject("webhook")
                .put("endpoint", rule.webhook().endpoint())
                .put("timeout", rule.webhook().timeout())
                .put("action", "")
                .put("retries", rule.webhook().retries())
                .put("status", "ACTIVE")
                .put("secret", rule.webhook().secret());
    }

    private static void put(ArrayNode array, List<String> texts) {
        texts.forEach(array::add);
    }
}
