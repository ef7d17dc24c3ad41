package dev.signalman.simulator.semaphore.notifications;

import dev.signalman.simulator.semaphore.Organisation;
import dev.signalman.simulator.semaphore.SimulatedDueWork;
import dev.signalman.simulator.semaphore.SimulatedPipeline;
import dev.signalman.simulator.semaphore.SimulatedPipelineState;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Tells of pipelines that are done, and of nothing else; one delivery for each rule that matches. Nobody waits for it, and it comes
 * in no order.
 */
public final class Notifications implements AutoCloseable {
    private static final long LOOK_EVERY_MILLIS = 50;

    private final Organisation organisation;
    private final SimulatedDueWork dueWork;
    private final NotificationSender sender = new NotificationSender();
    private final List<NotificationRule> rules = new CopyOnWriteArrayList<>();
    private final List<NotificationDelivery> deliveries = new CopyOnWriteArrayList<>();
    private final Set<String> told = new HashSet<>();
    private volatile boolean losing;
    private @Nullable ScheduledExecutorService looking;

    /** None is sent before there is a rule. */
    public Notifications(Organisation organisation, SimulatedDueWork dueWork) {
        this.organisation = organisation;
        this.dueWork = dueWork;
    }

    /** Somebody sets a notification up: it holds for pipelines that are done from now on. */
    public synchronized void add(NotificationRule rule) {
        if (looking == null) {
            done();
            looking = Executors.newScheduledThreadPool(4, work -> {
                var thread = new Thread(work, "notifications");
                thread.setDaemon(true);
                return thread;
            });
            var unused = looking.scheduleWithFixedDelay(
                    this::look, LOOK_EVERY_MILLIS, LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
        }
        rules.add(rule);
    }

    /** Whether all get lost on their way from now on. */
    public void lose(boolean all) {
        losing = all;
    }

    /** Whether they get lost. */
    public boolean losing() {
        return losing;
    }

    /** What was sent or lost, in the order in which it ended. */
    public List<NotificationDelivery> deliveries() {
        return List.copyOf(deliveries);
    }

    /** The same delivery once more, as after an answer that came too late; it returns when it was answered. */
    public NotificationDelivery repeat(NotificationDelivery earlier) {
        SimulatedPipeline pipeline;
        synchronized (organisation) {
            pipeline = organisation.pipeline(earlier.pipelineId()).orElseThrow();
        }
        return deliver(earlier.id(), pipeline, earlier.rule());
    }

    /** Sends a delivery again under a new id, as when Semaphore's broker hands the event out twice; returns once it is answered. */
    public NotificationDelivery redeliver(NotificationDelivery earlier) {
        SimulatedPipeline pipeline;
        synchronized (organisation) {
            pipeline = organisation.pipeline(earlier.pipelineId()).orElseThrow();
        }
        return deliver(newId(), pipeline, earlier.rule());
    }

    private synchronized void look() {
        var executor = looking;
        if (executor == null) {
            return;
        }
        for (var pipeline : done()) {
            for (var rule : rules) {
                if (rule.projects().contains(pipeline.workflow().project().name())) {
                    var id = newId();
                    executor.execute(() -> deliver(id, pipeline, rule));
                }
            }
        }
    }

    /** Those that are done and were not when somebody looked last. */
    private List<SimulatedPipeline> done() {
        synchronized (organisation) {
            dueWork.catchUp();
            var now = organisation.now();
            var fresh = new ArrayList<SimulatedPipeline>();
            for (var pipeline : organisation.pipelines()) {
                if (pipeline.state(now) == SimulatedPipelineState.DONE && told.add(pipeline.id())) {
                    fresh.add(pipeline);
                }
            }
            return fresh;
        }
    }

    private String newId() {
        synchronized (organisation) {
            return organisation.newId();
        }
    }

    private NotificationDelivery deliver(String id, SimulatedPipeline pipeline, NotificationRule rule) {
        String body;
        synchronized (organisation) {
            body = NotificationPayload.of(pipeline, organisation.id());
        }
        var answer = losing ? new NotificationSender.Answer(0, 0) : sender.send(id, body, rule);
        var delivery = new NotificationDelivery(id, pipeline.id(), rule, answer.status(), answer.attempts());
        deliveries.add(delivery);
        return delivery;
    }

    @Override
    public synchronized void close() {
        if (looking != null) {
            looking.shutdownNow();
            looking = null;
        }
    }
}
