package dev.signalman.semaphore.http;

import dev.signalman.semaphore.AgentTypes;
import dev.signalman.semaphore.Credential;
import dev.signalman.semaphore.DeploymentTargets;
import dev.signalman.semaphore.Jobs;
import dev.signalman.semaphore.Pipelines;
import dev.signalman.semaphore.Projects;
import dev.signalman.semaphore.Promotions;
import dev.signalman.semaphore.Semaphore;
import dev.signalman.semaphore.Tasks;
import dev.signalman.semaphore.Workflows;

/**
 * Semaphore through its HTTP API (docs/semaphore.md). Reads are repeated when that may help; acts never are. Views with
 * other tokens share the connections.
 */
public final class FeignSemaphore implements Semaphore {
    private final Wire wire;
    private final Workflows workflows;
    private final Pipelines pipelines;
    private final Promotions promotions;
    private final Jobs jobs;
    private final Projects projects;
    private final AgentTypes agentTypes;
    private final Tasks tasks;
    private final DeploymentTargets deploymentTargets;

    /** Opens nothing yet: connections are made when first needed. */
    public FeignSemaphore(SemaphoreConnection connection, CallObserver observer) {
        this(new Wire(connection, observer), connection.credential());
    }

    FeignSemaphore(Wire wire, Credential credential) {
        this.wire = wire;
        var calls = wire.calls(credential);
        this.workflows = new FeignWorkflows(wire.api(WorkflowsApi.class, credential), calls);
        this.pipelines = new FeignPipelines(wire.api(PipelinesApi.class, credential), calls);
        this.promotions = new FeignPromotions(wire.promotionsApi(credential), calls);
        var logs = new JobLogs(wire.api(LogsApi.class, credential), wire.selfHostedLogs());
        this.jobs = new FeignJobs(wire.api(JobsApi.class, credential), logs, calls);
        this.projects = new FeignProjects(wire.api(ProjectsApi.class, credential), calls);
        this.agentTypes = new FeignAgentTypes(wire.api(AgentTypesApi.class, credential), calls);
        this.tasks = new FeignTasks(wire.api(TasksApi.class, credential), calls);
        this.deploymentTargets = new FeignDeploymentTargets(wire.api(DeploymentTargetsApi.class, credential), calls);
    }

    @Override
    public Workflows workflows() {
        return workflows;
    }

    @Override
    public Pipelines pipelines() {
        return pipelines;
    }

    @Override
    public Promotions promotions() {
        return promotions;
    }

    @Override
    public Jobs jobs() {
        return jobs;
    }

    @Override
    public Projects projects() {
        return projects;
    }

    @Override
    public AgentTypes agentTypes() {
        return agentTypes;
    }

    @Override
    public Tasks tasks() {
        return tasks;
    }

    @Override
    public DeploymentTargets deploymentTargets() {
        return deploymentTargets;
    }

    @Override
    public Semaphore as(Credential credential) {
        return new FeignSemaphore(wire, credential);
    }
}
