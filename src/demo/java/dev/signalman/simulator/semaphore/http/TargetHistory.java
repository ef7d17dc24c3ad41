package dev.signalman.simulator.semaphore.http;

import dev.signalman.simulator.semaphore.Organization;
import dev.signalman.simulator.semaphore.PromotionEvent;
import dev.signalman.simulator.semaphore.SimulatedDeploymentTarget;
import dev.signalman.web.Reply;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;

/** Pages of a target's deployments: ten each, by microseconds, 0 at the end. */
record TargetHistory(Organization organization, SimulatedDeploymentTarget target) {
    private static final int MOST = 10;

    Reply answer(AuthenticatedCall call) {
        var type = call.parameters().text("cursor_type").toUpperCase(Locale.ROOT);
        var text = call.parameters().text("cursor_value");
        if (!List.of("", "FIRST", "AFTER", "BEFORE").contains(type) || !text.matches("[0-9]{0,18}")) {
            return SemaphoreResponses.string(
                    400, "cursor_type must be FIRST, AFTER or BEFORE and cursor_value a number");
        }
        long cursor = text.isEmpty() ? 0 : Long.parseLong(text);
        var all = TargetJson.deployments(target, organization).stream()
                .filter(each -> matches(call.parameters(), each))
                .toList();
        var shown = shown(all, type, cursor);
        var answer = SemaphoreResponses.object();
        var deployments = answer.putArray("deployments");
        shown.forEach(each -> deployments.add(TargetJson.deployment(each, target, call.now())));
        answer.put("cursor_before", more(all, shown, all.size() - 1, shown.size() - 1));
        answer.put("cursor_after", more(all, shown, 0, 0));
        return SemaphoreResponses.value(200, answer);
    }

    private static List<PromotionEvent> shown(List<PromotionEvent> all, String type, long cursor) {
        return switch (type) {
            case "BEFORE" ->
                all.stream().filter(each -> micros(each) < cursor).limit(MOST).toList();
            case "AFTER" -> {
                var newer = all.stream().filter(each -> micros(each) > cursor).toList();
                yield newer.subList(Math.max(0, newer.size() - MOST), newer.size());
            }
            default -> all.stream().limit(MOST).toList();
        };
    }

    private static long more(List<PromotionEvent> all, List<PromotionEvent> shown, int end, int shownEnd) {
        if (shown.isEmpty() || shown.get(shownEnd).id().equals(all.get(end).id())) {
            return 0;
        }
        return micros(shown.get(shownEnd));
    }

    private static long micros(PromotionEvent event) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, event.triggeredAt());
    }

    private boolean matches(RequestParameters asked, PromotionEvent event) {
        var filters = new ListFilters(asked);
        var workflow = event.pipeline().workflow();
        var branch = workflow.branchName();
        var type = branch.startsWith("refs/tags/") ? "tag" : branch.startsWith("pull-request-") ? "pr" : "branch";
        var wanted = asked.text("git_ref_type").toLowerCase(Locale.ROOT);
        if (!wanted.isEmpty() && !wanted.equals(type)) {
            return false;
        }
        for (int number = 1; number <= 3; number++) {
            // simulated targets have no bookmark parameters
            if (!filters.matches("parameter" + number, "")) {
                return false;
            }
        }
        return filters.matches("git_ref_label", workflow.label())
                && filters.matches("triggered_by", event.triggeredBy());
    }
}
