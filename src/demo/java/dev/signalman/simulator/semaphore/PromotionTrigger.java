package dev.signalman.simulator.semaphore;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Triggers promotions, with checks in Semaphore's order. */
public final class PromotionTrigger {
    private final Organization organization;
    private final Set<String> requestTokens = new HashSet<>();
    private final Map<String, String> byToken = new HashMap<>();

    public PromotionTrigger(Organization organization) {
        this.organization = organization;
    }

    /**
     * Triggers {@code name} on {@code pipeline}; nothing happens when the token was used before.
     *
     * @param subject a user's id, or {@link PromotionEvent#BY_ITSELF}
     * @throws SemaphoreRefusal in Semaphore's words
     */
    public void trigger(
            SimulatedPipeline pipeline,
            String name,
            String subject,
            boolean override,
            String requestToken,
            Map<String, String> parameters) {
        trigger(pipeline, name, subject, override, requestToken, parameters, organization.now());
    }

    void trigger(
            SimulatedPipeline pipeline,
            String name,
            String subject,
            boolean override,
            String requestToken,
            Map<String, String> parameters,
            Instant now) {
        requireSwitch(pipeline);
        var plan = pipeline.plan().promotions().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> SemaphoreRefusal.invalid(
                        "Target for switch: " + pipeline.switchId() + " with name: " + name + " not found"));
        var passed = pipeline.state(now) == SimulatedPipelineState.DONE
                && pipeline.timeline().result() == SimulatedResult.PASSED;
        var automatic = subject.equals(PromotionEvent.BY_ITSELF);
        if (!passed && !override && !automatic) {
            throw SemaphoreRefusal.invalid(
                    "Triggering target when pipeline is not passed requires override confirmation.");
        }
        requireTarget(plan, pipeline, subject);
        var variables = variables(plan, parameters);
        if (!requestTokens.add(requestToken)) {
            requireNoneUnderWay(plan, requestToken, now);
            return;
        }
        var dueAt = dueAt(plan, pipeline, now);
        var listedAt = now.plus(organization.settings().listingDelay());
        var event = new PromotionEvent(
                organization.newId(),
                pipeline,
                plan,
                subject,
                now,
                override,
                variables,
                listedAt,
                dueAt.isBefore(listedAt) ? listedAt : dueAt,
                organization.settings().promotionsFail(),
                null,
                plan.deploymentTarget() == null,
                null);
        organization.add(event);
        byToken.put(requestToken, event.id());
    }

    /**
     * In Semaphore a worker of this name lives until the deploy to its target has begun; starting a second one is an
     * error.
     */
    private void requireNoneUnderWay(PromotionPlan plan, String requestToken, Instant now) {
        var underWay = organization.promotions().stream()
                .filter(each -> each.id().equals(byToken.get(requestToken)))
                .anyMatch(each -> each.denial() == null && !each.isSettled(now));
        if (plan.deploymentTarget() != null && underWay) {
            throw new SemaphoreRefusal(SemaphoreRefusal.Kind.INTERNAL, "already_started");
        }
    }

    /** Asks the deployment target again when the promotion is due; its answer may have changed. */
    void lookAgain(PromotionEvent event) {
        var target = Objects.requireNonNull(event.plan().deploymentTarget());
        organization.replace(event.lookedAt(refusal(target, event.pipeline(), event.triggeredBy())));
    }

    /** Refuses, without a reason, requests about a pipeline without promotions. */
    public static void requireSwitch(SimulatedPipeline pipeline) {
        if (pipeline.switchId().isEmpty()) {
            throw new SemaphoreRefusal(SemaphoreRefusal.Kind.INTERNAL, "The pipeline has no switch");
        }
    }

    private void requireTarget(PromotionPlan plan, SimulatedPipeline pipeline, String subject) {
        if (plan.deploymentTarget() == null) {
            return;
        }
        var refusal = refusal(plan.deploymentTarget(), pipeline, subject);
        if (refusal != null) {
            throw SemaphoreRefusal.invalid("Triggering promotion with deployment target failed: " + refusal
                    + " (error ID: " + organization.newId() + ")");
        }
    }

    private @Nullable String refusal(String targetName, SimulatedPipeline pipeline, String subject) {
        var target = organization.targets(pipeline.workflow().project()).stream()
                .filter(each -> each.name().equals(targetName))
                .findFirst();
        return target.isEmpty() ? "deployment target not found" : target.get().refusal(subject, pipeline.workflow());
    }

    private static Map<String, String> variables(PromotionPlan plan, Map<String, String> given) {
        var variables = new LinkedHashMap<String, String>();
        var unknown = new HashSet<>(given.keySet());
        for (var parameter : plan.parameters()) {
            unknown.remove(parameter.name());
            var value = given.get(parameter.name());
            if (value != null && !value.isEmpty() && !parameter.allows(value)) {
                throw new SemaphoreRefusal(
                        SemaphoreRefusal.Kind.INTERNAL, "Value outside the options of " + parameter.name());
            }
            var used = value == null || value.isEmpty() ? parameter.defaultValue() : value;
            if (used == null && parameter.mandatory()) {
                throw new SemaphoreRefusal(SemaphoreRefusal.Kind.INTERNAL, "Required and missing: " + parameter.name());
            }
            variables.put(parameter.name(), Objects.requireNonNullElse(used, ""));
        }
        if (!unknown.isEmpty()) {
            throw new SemaphoreRefusal(SemaphoreRefusal.Kind.INTERNAL, "Not defined: " + unknown);
        }
        return variables;
    }

    /** Deploys to one target wait for each other. */
    private Instant dueAt(PromotionPlan plan, SimulatedPipeline pipeline, Instant now) {
        var delay = organization.settings().promotionDelay();
        var first = now;
        for (var event : organization.promotions()) {
            if (plan.deploymentTarget() != null
                    && plan.deploymentTarget().equals(event.plan().deploymentTarget())
                    && event.pipeline().workflow().project()
                            == pipeline.workflow().project()
                    && event.dueAt().isAfter(first)) {
                first = event.dueAt();
            }
        }
        return first.plus(delay);
    }
}
