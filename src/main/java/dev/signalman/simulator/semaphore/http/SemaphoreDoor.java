package dev.signalman.simulator.semaphore.http;

import dev.signalman.simulator.semaphore.DueWork;
import dev.signalman.simulator.semaphore.Organisation;
import dev.signalman.simulator.semaphore.PromotionGate;
import dev.signalman.simulator.semaphore.Refused;
import dev.signalman.simulator.semaphore.User;
import dev.signalman.simulator.semaphore.WorkflowStarter;
import dev.signalman.web.HttpCall;
import dev.signalman.web.Reply;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The one door to the simulated Semaphore: faults, then the gatekeeper, then the face of the resource. */
public final class SemaphoreDoor {
    private static final String API = "/api/v1alpha/";
    private static final long LONGEST_WAIT = 60_000;

    private final Organisation organisation;
    private final DueWork dueWork;
    private final Faults faults;
    private final CallLog calls;
    private final Gatekeeper gatekeeper;
    private final LogHost logHost;
    private final WebPages pages;
    private final Map<String, Face> faces;

    public SemaphoreDoor(
            Organisation organisation,
            WorkflowStarter starter,
            PromotionGate gate,
            DueWork dueWork,
            Faults faults,
            CallLog calls,
            LogHost logHost) {
        this.organisation = organisation;
        this.dueWork = dueWork;
        this.faults = faults;
        this.calls = calls;
        this.gatekeeper = new Gatekeeper(organisation);
        this.logHost = logHost;
        this.pages = new WebPages(organisation, gatekeeper, logHost);
        var tasks = new TasksFace(organisation, starter);
        this.faces = Map.of(
                "plumber-workflows", new WorkflowsFace(organisation, starter),
                "pipelines", new PipelinesFace(organisation, starter),
                "promotions", new PromotionsFace(organisation, gate),
                "projects", new ProjectsFace(organisation),
                "jobs", new JobsFace(organisation),
                "logs", new LogsFace(organisation, logHost),
                "tasks", tasks,
                "schedules", tasks,
                "deployment_targets", new DeploymentTargetsFace(organisation),
                "self_hosted_agent_types", new AgentTypesFace(organisation));
    }

    /** Answers a call below {@code prefix}. */
    public Reply answer(String prefix, HttpCall call) throws InterruptedException {
        var path = call.path().substring(prefix.length());
        if (LogHost.isFor(path)) {
            synchronized (organisation) {
                dueWork.catchUp();
                return logHost.answer(path, call);
            }
        }
        var shown = path.startsWith(API) ? path.substring(API.length() - 1) : path;
        var fault = faults.strike(call.method(), shown);
        if (fault.isPresent()) {
            pass(fault.get().gate());
        }
        var acts = fault.isEmpty() || fault.get().acts();
        var own = acts ? act(path, call) : Answers.internalError();
        if (fault.isPresent()) {
            pass(fault.get().answerGate());
            TimeUnit.MILLISECONDS.sleep(fault.get().delay().toMillis());
        }
        var reply =
                fault.isPresent() && fault.get().answer() != null ? fault.get().answer() : own;
        calls.add(new CallRecord(call.method(), shown, call.query(), login(call), reply.status(), organisation.now()));
        return reply.with(
                "date",
                DateTimeFormatter.RFC_1123_DATE_TIME.format(organisation.now().atOffset(ZoneOffset.UTC)));
    }

    private static void pass(@Nullable CountDownLatch gate) throws InterruptedException {
        if (gate != null && !gate.await(LONGEST_WAIT, TimeUnit.MILLISECONDS)) {
            throw new IllegalStateException("Nobody opened the gate of a fault");
        }
    }

    private String login(HttpCall call) {
        synchronized (organisation) {
            return gatekeeper.caller(call).map(User::login).orElse("");
        }
    }

    private Reply act(String path, HttpCall call) {
        synchronized (organisation) {
            dueWork.catchUp();
            if (!path.startsWith(API)) {
                return pages.answer(path, call);
            }
            var refusal = gatekeeper.refusal(call);
            if (refusal != null) {
                return refusal;
            }
            var segments = List.of(path.substring(API.length()).split("/"));
            var face = faces.get(segments.get(0));
            if (face == null) {
                return Reply.bare(404, "");
            }
            return answer(face, call, segments);
        }
    }

    private Reply answer(Face face, HttpCall call, List<String> segments) {
        try {
            var user = gatekeeper.caller(call).orElseThrow();
            return face.answer(new ApiCall(call, segments, Parameters.of(call), user, organisation.now()));
        } catch (Parameters.Malformed malformed) {
            return Reply.bare(400, String.valueOf(malformed.getMessage()));
        } catch (Refused refused) {
            return switch (refused.kind()) {
                case INVALID -> Answers.string(400, refused.reason());
                case EXHAUSTED ->
                    Answers.value(
                            400,
                            Answers.object().put("code", "RESOURCE_EXHAUSTED").put("message", refused.reason()));
                case NOT_FOUND -> Answers.notFound();
                case INTERNAL -> Answers.internalError();
            };
        }
    }
}
