package dev.signalman.simulator;

import dev.signalman.simulator.semaphore.JobSpeed;
import dev.signalman.simulator.semaphore.Organization;
import dev.signalman.simulator.semaphore.OrganizationSettings;
import dev.signalman.simulator.semaphore.PromotionTrigger;
import dev.signalman.simulator.semaphore.SeededIds;
import dev.signalman.simulator.semaphore.SemaphoreUser;
import dev.signalman.simulator.semaphore.SimulatedAgentType;
import dev.signalman.simulator.semaphore.SimulatedDeploymentTarget;
import dev.signalman.simulator.semaphore.SimulatedDueWork;
import dev.signalman.simulator.semaphore.SimulatedPipeline;
import dev.signalman.simulator.semaphore.SimulatedPipelineState;
import dev.signalman.simulator.semaphore.SimulatedProject;
import dev.signalman.simulator.semaphore.SimulatedResult;
import dev.signalman.simulator.semaphore.SimulatedTask;
import dev.signalman.simulator.semaphore.StartedWorkflow;
import dev.signalman.simulator.semaphore.TaskPlan;
import dev.signalman.simulator.semaphore.TriggeredBy;
import dev.signalman.simulator.semaphore.WorkflowStarter;
import dev.signalman.simulator.semaphore.http.CallLog;
import dev.signalman.simulator.semaphore.http.CallRecord;
import dev.signalman.simulator.semaphore.http.LogFetch;
import dev.signalman.simulator.semaphore.http.LogHost;
import dev.signalman.simulator.semaphore.http.SemaphoreEndpoint;
import dev.signalman.simulator.semaphore.http.SemaphoreFault;
import dev.signalman.simulator.semaphore.http.SemaphoreFaults;
import dev.signalman.simulator.semaphore.http.StateResource;
import dev.signalman.simulator.semaphore.notifications.Notifications;
import dev.signalman.web.Route;
import dev.signalman.web.WebServer;
import java.io.IOException;
import java.security.KeyPair;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A simulated Semaphore organization with state, the given clock, and the real one's quirks (docs/semaphore.md).
 * Programs reach it only over HTTP; methods here act as people on the web.
 */
public final class SimulatedSemaphore implements AutoCloseable {
    private final Organization organization;
    private final WorkflowStarter starter;
    private final PromotionTrigger gate;
    private final SimulatedDueWork dueWork;
    private final SemaphoreFaults faults = new SemaphoreFaults();
    private final CallLog calls = new CallLog();
    private final LogHost logHost;
    private final StateResource state;
    private final SemaphoreEndpoint endpoint;
    private final Notifications notifications;
    private @Nullable WebServer server;
    private int port;

    private SimulatedSemaphore(InstantSource clock, JobSpeed pace, SeededIds ids) {
        organization = new Organization(clock, pace, ids);
        starter = new WorkflowStarter(organization);
        gate = new PromotionTrigger(organization);
        dueWork = new SimulatedDueWork(organization, gate);
        logHost = new LogHost(organization);
        state = new StateResource(organization, dueWork, calls);
        notifications = new Notifications(organization, dueWork);
        endpoint = new SemaphoreEndpoint(organization, starter, gate, dueWork, faults, calls, logHost);
    }

    /** Starts one on a free port; ids are the same in every run. */
    public static SimulatedSemaphore start(InstantSource clock) throws IOException {
        var semaphore = new SimulatedSemaphore(clock, JobSpeed.STEADY, SeededIds.repeatable(1));
        semaphore.listen();
        return semaphore;
    }

    /** Creates one without a port, for mounting by {@link #routes(String)}. */
    public static SimulatedSemaphore mounted(InstantSource clock, SeededIds ids) {
        return mounted(clock, JobSpeed.STEADY, ids);
    }

    /** Creates one without a port whose jobs get on at {@code pace}. */
    public static SimulatedSemaphore mounted(InstantSource clock, JobSpeed pace, SeededIds ids) {
        return new SimulatedSemaphore(clock, pace, ids);
    }

    /**
     * Routes for serving it below {@code prefix} ({@code ""} or {@code /some/path}); the organization's URL is then the
     * server's with {@code prefix} appended. Its state is JSON at {@code /simulator/semaphore}.
     */
    public List<Route> routes(String prefix) {
        return List.of(
                Route.of("GET", "/simulator/semaphore", call -> state.answer()),
                Route.under(prefix + "/", call -> endpoint.answer(prefix, call)));
    }

    /** What its clock shows. */
    public Instant time() {
        return organization.now();
    }

    /** The organization's URL without a trailing slash, if it has its own port. */
    public String url() {
        return "http://127.0.0.1:" + port;
    }

    /** Closes the port: connections are refused until {@link #reconnect()}. */
    public void disconnect() {
        if (server != null) {
            server.close();
            server = null;
        }
    }

    /** Opens the same port again. */
    public void reconnect() throws IOException {
        listen();
    }

    private void listen() throws IOException {
        var started = WebServer.start(port, routes(""));
        server = started;
        port = started.port();
    }

    @Override
    public void close() {
        notifications.close();
        disconnect();
    }

    public Notifications notifications() {
        return notifications;
    }

    public OrganizationSettings settings() {
        return organization.settings();
    }

    /** The user with this login, admin everywhere by default; created if new. */
    public SemaphoreUser user(String login) {
        return organization.user(login);
    }

    /** That user's API token. */
    public String token(String login) {
        return user(login).token();
    }

    /** The project with this name; created if new, with a main file of one block and one job of half a minute. */
    public SimulatedProject addProject(String name) {
        return organization.addProject(name);
    }

    /** Adds a deployment target, open to everybody until it gets rules. */
    public SimulatedDeploymentTarget addDeploymentTarget(String project, String target) {
        return organization.addTarget(addProject(project), target, user("admin"));
    }

    /** Adds a task, created by the admin. */
    public SimulatedTask addTask(String project, TaskPlan task) {
        return organization.addTask(addProject(project), task, user("admin"));
    }

    /** Sets the number of connected agents of a type; creates the type if new. */
    public void connectAgents(String type, int idle, int busy) {
        changing(() -> {
            var types = organization.agentTypes();
            if (types.named(type).isEmpty()) {
                types.create(type, organization.now());
            }
            types.connect(type, idle, busy, organization.now());
            return true;
        });
    }

    /** Number of connected agents of a type; 0 for an unknown type. */
    public int agents(String type) {
        return changing(() -> organization
                .agentTypes()
                .named(type)
                .map(SimulatedAgentType::total)
                .orElse(0));
    }

    /** Names of the agent types, in order of creation. */
    public List<String> agentTypes() {
        return changing(() -> organization.agentTypes().all().stream()
                .map(SimulatedAgentType::name)
                .toList());
    }

    /** Log downloads from the self-hosted agents' host. */
    public List<LogFetch> logVisits() {
        return logHost.visits();
    }

    /** The id of a job that has started or is enqueued. */
    public String jobId(String pipelineId, String block, String job) {
        return changing(() -> pipelineNow(pipelineId).jobId(block, job));
    }

    /** The OIDC token of a job that has started, if this Semaphore has its own port. */
    public String jobToken(String pipelineId, String block, String job) {
        return jobToken(pipelineId, block, job, Map.of());
    }

    /** The OIDC token of a job, genuinely signed but with some claims changed; null removes a claim. */
    public String jobToken(String pipelineId, String block, String job, Map<String, @Nullable String> changed) {
        return changing(() -> {
            var pipeline = pipelineNow(pipelineId);
            var running = pipeline.jobs(organization.now()).stream()
                    .filter(each -> each.id().equals(pipeline.jobId(block, job)))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("Job " + job + " does not run yet"));
            return organization.jobTokens().of(running, url(), organization.now(), changed);
        });
    }

    /** Job tokens are signed with these keys instead of new ones. */
    public void signsJobTokensWith(Supplier<KeyPair> keys) {
        organization.jobTokens().signWith(keys);
    }

    /** Somebody pushes: {@code branchName} is a branch, {@code refs/tags/…} or {@code pull-request-…}. */
    public StartedWorkflow push(String project, String branchName, String message, String login) {
        return merge(project, branchName, message, login, login);
    }

    /** Somebody pushes a commit that another person wrote. */
    public StartedWorkflow merge(String project, String branchName, String message, String author, String pusher) {
        return changing(() -> starter.push(addProject(project), branchName, message, user(author), user(pusher)));
    }

    /** Starts a waiting pipeline's blocks now. */
    public void begin(String pipelineId) {
        tell(pipelineId, (pipeline, now) -> pipeline.begin(now));
    }

    /** Keeps running jobs running until they are told to end. */
    public void hold(String pipelineId) {
        tell(pipelineId, (pipeline, now) -> pipeline.hold(now));
    }

    /** Ends everything that is left now, as planned. */
    public void finish(String pipelineId) {
        tell(pipelineId, (pipeline, now) -> pipeline.finish(now));
    }

    /** Fails a job and with it the pipeline: its last command printed {@code log} and ended with {@code exitCode}. */
    public void failJob(String pipelineId, String block, String job, int exitCode, String log) {
        tell(pipelineId, (pipeline, now) -> pipeline.failJob(block, job, exitCode, log, now));
    }

    /** Passes a job now; the others of its block go on. */
    public void passJob(String pipelineId, String block, String job) {
        endJob(pipelineId, block, job, 0, job + ": all well\n");
    }

    /** Ends a job now; after a failure the pipeline fails once the others of its block are done. */
    public void endJob(String pipelineId, String block, String job, int exitCode, String log) {
        var result = exitCode == 0 ? SimulatedResult.PASSED : SimulatedResult.FAILED;
        tell(pipelineId, (pipeline, now) -> pipeline.endJob(block, job, result, exitCode, log, now));
    }

    /** Somebody runs a pipeline file of a branch on the web. */
    public StartedWorkflow runOnTheWeb(String project, String branch, String file, String login) {
        return changing(() ->
                starter.run(addProject(project), branch, null, file, Map.of(), user(login), TriggeredBy.MANUAL_RUN));
    }

    /** A task's schedule runs a pipeline file of a branch, in the name of whoever made the task. */
    public StartedWorkflow runBySchedule(String project, String branch, String file, String login) {
        return changing(() ->
                starter.run(addProject(project), branch, null, file, Map.of(), user(login), TriggeredBy.SCHEDULE));
    }

    /** Somebody presses Rerun on the web. */
    public StartedWorkflow rerunOnTheWeb(String pipelineId, String login) {
        return changing(
                () -> starter.reschedule(pipelineNow(pipelineId).workflow(), organization.newId(), user(login)));
    }

    /** Somebody presses Rebuild on the web. */
    public StartedWorkflow rebuildOnTheWeb(String pipelineId, String login) {
        return changing(() -> starter.rebuild(pipelineNow(pipelineId), organization.newId(), user(login)));
    }

    /** Somebody presses Stop on the web. */
    public void stopOnTheWeb(String pipelineId, String login) {
        tell(pipelineId, (pipeline, now) -> pipeline.stop(now, user(login).id()));
    }

    /** Somebody presses Promote on the web, which always overrides. */
    public void promoteOnTheWeb(String pipelineId, String promotion, String login, Map<String, String> parameters) {
        changing(() -> {
            gate.trigger(pipelineNow(pipelineId), promotion, user(login).id(), true, organization.newId(), parameters);
            return true;
        });
    }

    /** Names of the promotions that were triggered in a project, in order. */
    public List<String> promotions(String project) {
        return changing(() -> organization.promotions().stream()
                .filter(each -> each.pipeline().workflow().project().name().equals(project))
                .map(each -> each.plan().name())
                .toList());
    }

    /** Logins of those under whose names promotions were triggered in a project, in the same order. */
    public List<String> promoters(String project) {
        return changing(() -> organization.promotions().stream()
                .filter(each -> each.pipeline().workflow().project().name().equals(project))
                .map(each -> organization
                        .userById(each.triggeredBy())
                        .map(SemaphoreUser::login)
                        .orElse(each.triggeredBy()))
                .toList());
    }

    /** Ids of a project's workflows, in order of creation. */
    public List<String> workflows(String project) {
        return changing(() -> organization.workflows().stream()
                .filter(each -> each.project().name().equals(project))
                .map(each -> each.id())
                .toList());
    }

    /** Ids of a project's pipelines, in order of creation. */
    public List<String> pipelines(String project) {
        return changing(() -> organization.pipelines().stream()
                .filter(each -> each.workflow().project().name().equals(project))
                .map(SimulatedPipeline::id)
                .toList());
    }

    /** A pipeline's state, or its result when done, in lower case. */
    public String state(String pipelineId) {
        return changing(() -> {
            var pipeline = pipelineNow(pipelineId);
            var state = pipeline.state(organization.now());
            Enum<?> word =
                    state == SimulatedPipelineState.DONE ? pipeline.timeline().result() : state;
            return word.name().toLowerCase(Locale.ROOT);
        });
    }

    /** Reads the organization, up to date and locked. */
    public <T> T reading(BiFunction<Organization, Instant, T> reader) {
        return changing(() -> reader.apply(organization, organization.now()));
    }

    /** Adds a fault. */
    public void fault(SemaphoreFault fault) {
        faults.add(fault);
    }

    /** Removes all faults. */
    public void heal() {
        faults.clear();
    }

    /** The calls that were made, in order. */
    public List<CallRecord> calls() {
        return calls.all();
    }

    /** Forgets the calls that were made. */
    public void forgetCalls() {
        calls.clear();
    }

    private void tell(String pipelineId, BiConsumer<SimulatedPipeline, Instant> event) {
        changing(() -> {
            event.accept(pipelineNow(pipelineId), organization.now());
            return true;
        });
    }

    private SimulatedPipeline pipelineNow(String pipelineId) {
        return organization
                .pipeline(pipelineId)
                .orElseThrow(() -> new NoSuchElementException("No pipeline " + pipelineId));
    }

    private <T> T changing(Supplier<T> work) {
        synchronized (organization) {
            dueWork.catchUp();
            return work.get();
        }
    }
}
