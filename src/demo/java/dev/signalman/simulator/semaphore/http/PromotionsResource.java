package dev.signalman.simulator.semaphore.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalman.simulator.semaphore.Organization;
import dev.signalman.simulator.semaphore.Permission;
import dev.signalman.simulator.semaphore.PromotionEvent;
import dev.signalman.simulator.semaphore.PromotionTrigger;
import dev.signalman.simulator.semaphore.SemaphoreRefusal;
import dev.signalman.simulator.semaphore.SimulatedPipeline;
import dev.signalman.web.Reply;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** {@code /promotions}: triggered promotions. No call lists the possible ones. */
final class PromotionsResource implements ApiResource {
    private static final Set<String> RESERVED =
            Set.of("switch_id", "name", "user_id", "override", "request_token", "pipeline_id");

    private final Organization organization;
    private final PromotionTrigger gate;

    PromotionsResource(Organization organization, PromotionTrigger gate) {
        this.organization = organization;
        this.gate = gate;
    }

    @Override
    public Reply answer(AuthenticatedCall call) {
        if (call.is("GET", 1)) {
            return visible(call, Permission.VIEW).map(each -> list(call, each)).orElseGet(SemaphoreResponses::notFound);
        }
        if (call.is("POST", 1)) {
            return visible(call, Permission.RERUN)
                    .map(each -> trigger(call, each))
                    .orElseGet(SemaphoreResponses::notFound);
        }
        return SemaphoreResponses.oops();
    }

    private Optional<SimulatedPipeline> visible(AuthenticatedCall call, Permission permission) {
        return organization
                .pipeline(call.parameters().text("pipeline_id"))
                .filter(each -> call.may(permission, each.workflow().project()));
    }

    private Reply list(AuthenticatedCall call, SimulatedPipeline pipeline) {
        int size = WholeNumbers.read(call.parameters(), "page_size", 10);
        int page = WholeNumbers.read(call.parameters(), "page", 1);
        if (size < 1 || size > 99 || page < 1) {
            throw new SemaphoreRefusal(SemaphoreRefusal.Kind.INTERNAL, "No such page");
        }
        PromotionTrigger.requireSwitch(pipeline);
        var filters = new ListFilters(call.parameters());
        var events = ListFilters.newestFirst(organization.promotions().stream()
                .filter(each -> each.pipeline() == pipeline && each.isListed(call.now()))
                .filter(each -> filters.matches("name", each.plan().name())));
        return ResponsePage.of(events, page, size).reply(call, each -> wire(each, call.now()));
    }

    private static ObjectNode wire(PromotionEvent event, Instant now) {
        var dialect = new ListDialect();
        var settled = event.isSettled(now);
        var scheduled = settled && !event.fails();
        var wire = SemaphoreResponses.object();
        wire.put("name", event.plan().name());
        wire.set("triggered_at", dialect.time(event.triggeredAt()));
        wire.put("triggered_by", event.triggeredBy());
        wire.put("override", event.override());
        wire.put("status", scheduled ? "passed" : settled ? "failed" : "processing");
        wire.set("scheduled_at", dialect.time(scheduled ? event.dueAt() : null));
        wire.put("scheduled_pipeline_id", Objects.requireNonNullElse(event.scheduledPipelineId(), ""));
        return wire;
    }

    private Reply trigger(AuthenticatedCall call, SimulatedPipeline pipeline) {
        var asked = call.parameters();
        var override = asked.text("override");
        if (!Set.of("", "true", "false").contains(override)) {
            return SemaphoreResponses.string(
                    400, "Invalid value of 'override' param: \"" + override + "\" - needs to be boolean.");
        }
        var token = asked.text("request_token");
        gate.trigger(
                pipeline,
                asked.text("name"),
                call.user().id(),
                override.equals("true"),
                token.isEmpty() ? organization.newId() : token,
                parameters(asked));
        return SemaphoreResponses.string(200, "Promotion successfully triggered.");
    }

    /** Every key that is not a field of the call is a parameter; objects and arrays cause an error. */
    private static Map<String, String> parameters(RequestParameters asked) {
        var parameters = new LinkedHashMap<String, String>();
        for (var each : asked.all()) {
            if (RESERVED.contains(each.getKey())) {
                continue;
            }
            JsonNode value = each.getValue();
            if (value.isContainerNode()) {
                throw new SemaphoreRefusal(SemaphoreRefusal.Kind.INTERNAL, each.getKey() + " is not text");
            }
            parameters.put(each.getKey(), value.asText());
        }
        return parameters;
    }
}
