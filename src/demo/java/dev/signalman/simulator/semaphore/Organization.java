package dev.signalman.simulator.semaphore;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The state of the simulated organization. Read or change it only inside {@code synchronized (organization)}, after
 * {@link SimulatedDueWork#catchUp()}.
 */
public final class Organization {
    private final InstantSource clock;
    private final JobSpeed pace;
    private final SeededIds ids;
    private final String id;
    private final OrganizationSettings settings = new OrganizationSettings();
    private final Map<String, SemaphoreUser> users = new LinkedHashMap<>();
    private final Map<String, SimulatedProject> projects = new LinkedHashMap<>();
    private final Map<String, SimulatedWorkflow> workflows = new LinkedHashMap<>();
    private final Map<String, SimulatedPipeline> pipelines = new LinkedHashMap<>();
    private final List<PromotionEvent> promotions = new ArrayList<>();
    private final Map<String, SimulatedDeploymentTarget> targets = new LinkedHashMap<>();
    private final Map<String, SimulatedTask> tasks = new LinkedHashMap<>();
    private final SimulatedAgentTypes agentTypes = new SimulatedAgentTypes();
    private final JobTokens jobTokens;
    private final SecretStore secrets = new SecretStore();
    private final NotificationStore notifications = new NotificationStore();
    private final Map<String, StartedWorkflow> requests = new HashMap<>();
    private final Map<String, String> branchIds = new HashMap<>();

    public Organization(InstantSource clock, JobSpeed pace, SeededIds ids) {
        this.clock = clock;
        this.pace = pace;
        this.ids = ids;
        this.id = ids.next();
        this.jobTokens = new JobTokens(id, ids);
    }

    /** The time in whole microseconds, Semaphore's resolution. */
    public Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    JobSpeed pace() {
        return pace;
    }

    public String newId() {
        return ids.next();
    }

    SeededIds ids() {
        return ids;
    }

    public String id() {
        return id;
    }

    public OrganizationSettings settings() {
        return settings;
    }

    /** The user with this login; created if new. */
    public synchronized SemaphoreUser user(String login) {
        return users.computeIfAbsent(login, name -> {
            var userId = ids.next();
            return new SemaphoreUser(userId, name, "simulated-" + name + "-" + userId.substring(24));
        });
    }

    /** The token's owner. */
    public Optional<SemaphoreUser> owner(String token) {
        return users.values().stream().filter(user -> user.owns(token)).findFirst();
    }

    public Optional<SemaphoreUser> userById(String userId) {
        return users.values().stream().filter(user -> user.id().equals(userId)).findFirst();
    }

    /** People who may see a project; service accounts are not among them. */
    public List<SemaphoreUser> members(SimulatedProject project) {
        return users.values().stream()
                .filter(user -> user.isMember() && !user.isServiceAccount())
                .filter(user -> user.may(Permission.VIEW, project))
                .toList();
    }

    /** The project with this name; created if new. */
    public synchronized SimulatedProject addProject(String name) {
        return projects.computeIfAbsent(name, key -> new SimulatedProject(ids.next(), ids.next(), key));
    }

    public List<SimulatedProject> projects() {
        return List.copyOf(projects.values());
    }

    public Optional<SimulatedProject> projectNamed(String name) {
        return Optional.ofNullable(projects.get(name));
    }

    public Optional<SimulatedProject> project(String projectId) {
        return projects.values().stream()
                .filter(project -> project.id().equals(projectId))
                .findFirst();
    }

    /** In order of creation. */
    public List<SimulatedWorkflow> workflows() {
        return List.copyOf(workflows.values());
    }

    public Optional<SimulatedWorkflow> workflow(String workflowId) {
        return Optional.ofNullable(workflows.get(workflowId));
    }

    void add(SimulatedWorkflow workflow) {
        workflows.put(workflow.id(), workflow);
    }

    /** In order of creation. */
    public List<SimulatedPipeline> pipelines() {
        return List.copyOf(pipelines.values());
    }

    public Optional<SimulatedPipeline> pipeline(String pipelineId) {
        return Optional.ofNullable(pipelines.get(pipelineId));
    }

    void add(SimulatedPipeline pipeline) {
        pipelines.put(pipeline.id(), pipeline);
    }

    /** A job that exists by now, of the first pipeline that has it. */
    public Optional<SimulatedJob> job(String jobId) {
        var now = now();
        return pipelines.values().stream()
                .flatMap(pipeline -> pipeline.jobs(now).stream())
                .filter(job -> job.id().equals(jobId))
                .findFirst();
    }

    /** In the order in which they were triggered. */
    public List<PromotionEvent> promotions() {
        return List.copyOf(promotions);
    }

    void add(PromotionEvent event) {
        promotions.add(event);
    }

    void replace(PromotionEvent event) {
        promotions.replaceAll(each -> each.id().equals(event.id()) ? event : each);
    }

    /** Adds a deployment target, open to everybody and everything until it gets rules. */
    public synchronized SimulatedDeploymentTarget addTarget(
            SimulatedProject project, String name, SemaphoreUser creator) {
        var target = new SimulatedDeploymentTarget(ids.next(), project, name, creator.id(), now());
        targets.put(target.id(), target);
        return target;
    }

    /** The targets that were not removed. */
    public List<SimulatedDeploymentTarget> targets(SimulatedProject project) {
        return targets.values().stream()
                .filter(target -> target.project() == project && !target.isMissing())
                .toList();
    }

    public Optional<SimulatedDeploymentTarget> target(String targetId) {
        return Optional.ofNullable(targets.get(targetId)).filter(target -> !target.isMissing());
    }

    public synchronized SimulatedTask addTask(SimulatedProject project, TaskPlan plan, SemaphoreUser creator) {
        var task = new SimulatedTask(ids.next(), project, plan, creator, now());
        tasks.put(task.id(), task);
        return task;
    }

    /** In order of creation. */
    public List<SimulatedTask> tasks() {
        return List.copyOf(tasks.values());
    }

    public JobTokens jobTokens() {
        return jobTokens;
    }

    public SimulatedAgentTypes agentTypes() {
        return agentTypes;
    }

    public SecretStore secrets() {
        return secrets;
    }

    public NotificationStore notifications() {
        return notifications;
    }

    /** What a request token started; reruns and rebuilds of all workflows share the tokens. */
    Optional<StartedWorkflow> startedBy(String requestToken) {
        return Optional.ofNullable(requests.get(requestToken));
    }

    void remember(String requestToken, StartedWorkflow started) {
        requests.put(requestToken, started);
    }

    String branchId(SimulatedProject project, String branchName) {
        return branchIds.computeIfAbsent(project.id() + branchName, key -> ids.next());
    }
}
