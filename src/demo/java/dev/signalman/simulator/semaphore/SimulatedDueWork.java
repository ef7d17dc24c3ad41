package dev.signalman.simulator.semaphore;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does what became due since the last call, each at its own time and in order, so the frequency of calls changes
 * nothing.
 */
public final class SimulatedDueWork {
    private static final Logger LOG = LoggerFactory.getLogger(SimulatedDueWork.class);

    private final Organization organization;
    private final PromotionTrigger gate;
    private final Set<String> judged = new HashSet<>();

    public SimulatedDueWork(Organization organization, PromotionTrigger gate) {
        this.organization = organization;
        this.gate = gate;
    }

    private record Task(Instant at, Runnable work) {}

    /** Brings the organization up to its clock. */
    public void catchUp() {
        var now = organization.now();
        var due = due(now);
        while (!due.isEmpty()) {
            due.stream()
                    .min(Comparator.comparing(Task::at))
                    .orElseThrow()
                    .work()
                    .run();
            due = due(now);
        }
    }

    private List<Task> due(Instant now) {
        var due = new ArrayList<Task>();
        for (var event : organization.promotions()) {
            if (!event.looked() && !now.isBefore(event.listedAt())) {
                due.add(new Task(event.listedAt(), () -> gate.lookAgain(event)));
            } else if (event.isListed(now)
                    && event.isSettled(now)
                    && !event.fails()
                    && event.scheduledPipelineId() == null) {
                due.add(new Task(event.dueAt(), () -> schedule(event)));
            }
        }
        for (var pipeline : organization.pipelines()) {
            if (pipeline.state(now) == SimulatedPipelineState.DONE && !judged.contains(pipeline.id())) {
                due.add(new Task(pipeline.timeline().doneAt(), () -> promoteByItself(pipeline)));
            }
        }
        return due;
    }

    private void schedule(PromotionEvent event) {
        var parent = event.pipeline();
        var automatic = event.triggeredBy().equals(PromotionEvent.BY_ITSELF);
        var origin = new PipelineOrigin(
                automatic ? PipelineOrigin.Kind.AUTO_PROMOTION : PipelineOrigin.Kind.PROMOTION,
                parent.id(),
                automatic ? "" : event.triggeredBy(),
                event.plan().name(),
                parent.id());
        var promoted = new SimulatedPipeline(
                organization.newId(),
                parent.workflow(),
                parent.workflow().project().plan(event.plan().pipelineFile()),
                origin,
                event.variables(),
                event.dueAt(),
                organization.settings().stopGrace(),
                organization.pace(),
                null,
                organization.ids());
        organization.add(promoted);
        organization.replace(event.scheduled(promoted.id()));
    }

    private void promoteByItself(SimulatedPipeline pipeline) {
        judged.add(pipeline.id());
        var doneAt = pipeline.timeline().doneAt();
        for (var promotion : pipeline.plan().promotions()) {
            if (promotion.automatic().holds(pipeline.timeline().result())) {
                try {
                    gate.trigger(
                            pipeline,
                            promotion.name(),
                            PromotionEvent.BY_ITSELF,
                            false,
                            organization.newId(),
                            Map.of(),
                            doneAt);
                } catch (SemaphoreRefusal kept) {
                    // Semaphore also reports this only in its own log; nothing shows outside
                    LOG.info("{} did not promote itself: {}", pipeline.id(), kept.reason());
                }
            }
        }
    }
}
