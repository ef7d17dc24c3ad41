package dev.signalman.simulator.semaphore.notifications;

import dev.signalman.simulator.semaphore.Organization;
import dev.signalman.simulator.semaphore.SimulatedDueWork;
import dev.signalman.simulator.semaphore.SimulatedPipeline;
import dev.signalman.simulator.semaphore.SimulatedPipelineState;
import dev.signalman.simulator.semaphore.StoredNotification;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Sends a notification for each finished pipeline and matching rule, in no particular order, without anybody waiting.
 */
public final class Notifications implements AutoCloseable {
    private static final long LOOK_EVERY_MILLIS = 50;

    private final Organization organization;
    private final SimulatedDueWork dueWork;
    private final NotificationSender sender = new NotificationSender();
    private final List<NotificationRule> rules = new CopyOnWriteArrayList<>();
    private final List<NotificationDelivery> deliveries = new CopyOnWriteArrayList<>();
    private final Set<String> told = new HashSet<>();
    private volatile boolean losing;
    private @Nullable ScheduledExecutorService looking;

    public Notifications(Organization organization, SimulatedDueWork dueWork) {
        this.organization = organization;
        this.dueWork = dueWork;
        organization.notifications().beforeAdding(this::begin);
    }

    /** Adds a rule for pipelines that finish from now on, as if an account that sees every project had made it. */
    public void add(NotificationRule rule) {
        synchronized (organization) {
            begin();
            rules.add(rule);
        }
    }

    private void begin() {
        synchronized (organization) {
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
        }
    }

    /** Sets whether all notifications get lost. */
    public void lose(boolean all) {
        losing = all;
    }

    public boolean losing() {
        return losing;
    }

    /** Sent and lost notifications, in order of their end. */
    public List<NotificationDelivery> deliveries() {
        return List.copyOf(deliveries);
    }

    /** Repeats a delivery, as after a late answer; returns after the answer. */
    public NotificationDelivery repeat(NotificationDelivery earlier) {
        SimulatedPipeline pipeline;
        synchronized (organization) {
            pipeline = organization.pipeline(earlier.pipelineId()).orElseThrow();
        }
        return deliver(earlier.id(), pipeline, earlier.rule());
    }

    /**
     * Sends a delivery again under a new id, as when Semaphore's broker delivers the event twice; returns after the
     * answer.
     */
    public NotificationDelivery redeliver(NotificationDelivery earlier) {
        SimulatedPipeline pipeline;
        synchronized (organization) {
            pipeline = organization.pipeline(earlier.pipelineId()).orElseThrow();
        }
        return deliver(newId(), pipeline, earlier.rule());
    }

    private void look() {
        synchronized (organization) {
            var executor = looking;
            if (executor == null) {
                return;
            }
            for (var pipeline : done()) {
                for (var rule : matching(pipeline)) {
                    var id = newId();
                    executor.execute(() -> deliver(id, pipeline, rule));
                }
            }
        }
    }

    private List<NotificationRule> matching(SimulatedPipeline pipeline) {
        var project = pipeline.workflow().project().name();
        return Stream.concat(
                        rules.stream().filter(rule -> rule.projects().contains(project)),
                        MatchingRules.of(pipeline, organization).stream().map(rule -> sent(rule, project)))
                .toList();
    }

    /** Without the secret, or its variable, it is sent unsigned. */
    private NotificationRule sent(StoredNotification.Rule rule, String project) {
        var webhook = rule.webhook();
        var secret = organization
                .secrets()
                .named(webhook.secret())
                .map(each -> each.variables().get("WEBHOOK_SECRET"))
                .orElse(null);
        return new NotificationRule(
                List.of(project), webhook.address(), secret, webhook.patience(), webhook.attemptsAfterTheFirst());
    }

    /** Pipelines that finished since the last call. */
    private List<SimulatedPipeline> done() {
        synchronized (organization) {
            dueWork.catchUp();
            var now = organization.now();
            var fresh = new ArrayList<SimulatedPipeline>();
            for (var pipeline : organization.pipelines()) {
                if (pipeline.state(now) == SimulatedPipelineState.DONE && told.add(pipeline.id())) {
                    fresh.add(pipeline);
                }
            }
            return fresh;
        }
    }

    private String newId() {
        synchronized (organization) {
            return organization.newId();
        }
    }

    private NotificationDelivery deliver(String id, SimulatedPipeline pipeline, NotificationRule rule) {
        String body;
        synchronized (organization) {
            body = NotificationPayload.of(pipeline, organization.id());
        }
        var answer = losing ? new NotificationSender.Answer(0, 0) : sender.send(id, body, rule);
        var delivery = new NotificationDelivery(id, pipeline.id(), rule, answer.status(), answer.attempts());
        deliveries.add(delivery);
        return delivery;
    }

    @Override
    public void close() {
        synchronized (organization) {
            if (looking != null) {
                looking.shutdownNow();
                looking = null;
            }
        }
    }
}
