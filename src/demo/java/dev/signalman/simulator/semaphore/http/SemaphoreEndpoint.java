package dev.signalman.simulator.semaphore.http;

import static java.util.Map.entry;

import dev.signalman.simulator.semaphore.Organization;
import dev.signalman.simulator.semaphore.PromotionTrigger;
import dev.signalman.simulator.semaphore.SemaphoreRefusal;
import dev.signalman.simulator.semaphore.SemaphoreUser;
import dev.signalman.simulator.semaphore.SimulatedDueWork;
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

/** The entry point of the simulated Semaphore: faults first, then authentication, then the resource. */
public final class SemaphoreEndpoint {
    private static final String API = "/api/v1alpha/";
    private static final String SECRETS = "/api/v1beta/secrets";
    private static final long LONGEST_WAIT = 60_000;

    private final Organization organization;
    private final SimulatedDueWork dueWork;
    private final SemaphoreFaults faults;
    private final CallLog calls;
    private final CallAuthenticator callAuthenticator;
    private final LogHost logHost;
    private final WebPages pages;
    private final ApiResource secrets;
    private final Map<String, ApiResource> apiResources;

    public SemaphoreEndpoint(
            Organization organization,
            WorkflowStarter starter,
            PromotionTrigger gate,
            SimulatedDueWork dueWork,
            SemaphoreFaults faults,
            CallLog calls,
            LogHost logHost) {
        this.organization = organization;
        this.dueWork = dueWork;
        this.faults = faults;
        this.calls = calls;
        this.callAuthenticator = new CallAuthenticator(organization);
        this.logHost = logHost;
        this.pages = new WebPages(organization, callAuthenticator, logHost);
        var tasks = new TasksResource(organization, starter);
        this.secrets = new SecretsResource(organization);
        this.apiResources = Map.ofEntries(
                entry("plumber-workflows", new WorkflowsResource(organization, starter)),
                entry("pipelines", new PipelinesResource(organization, starter)),
                entry("promotions", new PromotionsResource(organization, gate)),
                entry("projects", new ProjectsResource(organization)),
                entry("jobs", new JobsResource(organization)),
                entry("logs", new LogsResource(organization, logHost)),
                entry("tasks", tasks),
                entry("schedules", tasks),
                entry("deployment_targets", new DeploymentTargetsResource(organization)),
                entry("artifacts", new ArtifactsResource(organization)),
                entry("agents", new AgentsResource(organization)),
                entry("troubleshoot", new TroubleshootResource(organization)),
                entry("notifications", new NotificationsResource(organization)),
                entry("self_hosted_agent_types", new AgentTypesResource(organization)));
    }

    /** Answers a call below {@code prefix}. */
    public Reply answer(String prefix, HttpCall call) throws InterruptedException {
        var path = call.path().substring(prefix.length());
        if (LogHost.isFor(path)) {
            synchronized (organization) {
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
        var own = acts ? act(path, call) : SemaphoreResponses.internalError();
        if (fault.isPresent()) {
            pass(fault.get().answerGate());
            TimeUnit.MILLISECONDS.sleep(fault.get().delay().toMillis());
        }
        var reply =
                fault.isPresent() && fault.get().answer() != null ? fault.get().answer() : own;
        calls.add(new CallRecord(call.method(), shown, call.query(), login(call), reply.status(), organization.now()));
        return reply.with(
                "date",
                DateTimeFormatter.RFC_1123_DATE_TIME.format(organization.now().atOffset(ZoneOffset.UTC)));
    }

    private static void pass(@Nullable CountDownLatch gate) throws InterruptedException {
        if (gate != null && !gate.await(LONGEST_WAIT, TimeUnit.MILLISECONDS)) {
            throw new IllegalStateException("Nobody opened the gate of a fault");
        }
    }

    private String login(HttpCall call) {
        synchronized (organization) {
            return callAuthenticator.caller(call).map(SemaphoreUser::login).orElse("");
        }
    }

    private Reply act(String path, HttpCall call) {
        synchronized (organization) {
            dueWork.catchUp();
            boolean secret = path.equals(SECRETS) || path.startsWith(SECRETS + "/");
            if (!path.startsWith(API) && !secret) {
                return pages.answer(path, call);
            }
            var refusal = callAuthenticator.refusal(call);
            if (refusal != null) {
                return refusal;
            }
            if (secret) {
                return answer(
                        secrets,
                        call,
                        List.of(path.substring("/api/v1beta/".length()).split("/")));
            }
            var segments = List.of(path.substring(API.length()).split("/"));
            var apiResource = apiResources.get(segments.get(0));
            if (apiResource == null) {
                return Reply.bare(404, "");
            }
            return answer(apiResource, call, segments);
        }
    }

    private Reply answer(ApiResource apiResource, HttpCall call, List<String> segments) {
        try {
            var user = callAuthenticator.caller(call).orElseThrow();
            return apiResource.answer(
                    new AuthenticatedCall(call, segments, RequestParameters.of(call), user, organization.now()));
        } catch (RequestParameters.Malformed malformed) {
            return Reply.bare(400, String.valueOf(malformed.getMessage()));
        } catch (SemaphoreRefusal semaphoreRefusal) {
            return switch (semaphoreRefusal.kind()) {
                case INVALID -> SemaphoreResponses.string(400, semaphoreRefusal.reason());
                case EXHAUSTED ->
                    SemaphoreResponses.value(
                            400,
                            SemaphoreResponses.object()
                                    .put("code", "RESOURCE_EXHAUSTED")
                                    .put("message", semaphoreRefusal.reason()));
                case NOT_FOUND -> SemaphoreResponses.notFound();
                case INTERNAL -> SemaphoreResponses.internalError();
            };
        }
    }
}
