package dev.signalman.semaphore.http;

import dev.signalman.semaphore.AgentTypes;
import dev.signalman.semaphore.Credential;
import dev.signalman.semaphore.DeploymentTargets;
import dev.signalman.semaphore.Jobs;
import dev.signalman.semaphore.OrganizationSecrets;
import dev.signalman.semaphore.Pipelines;
import dev.signalman.semaphore.Projects;
import dev.signalman.semaphore.Promotions;
import dev.signalman.semaphore.Semaphore;
import dev.signalman.semaphore.Tasks;
import dev.signalman.semaphore.WebhookNotifications;
import dev.signalman.semaphore.Workflows;
import dev.signalman.semaphore.http.FeignAgentTypes.AgentTypesApi;
import dev.signalman.semaphore.http.FeignDeploymentTargets.DeploymentTargetsApi;
import dev.signalman.semaphore.http.FeignOrganizationSecrets.SecretsApi;
import dev.signalman.semaphore.http.FeignPipelines.PipelinesApi;
import dev.signalman.semaphore.http.FeignProjects.ProjectsApi;
import dev.signalman.semaphore.http.FeignTasks.TasksApi;
import dev.signalman.semaphore.http.FeignWebhookNotifications.NotificationsApi;
import dev.signalman.semaphore.http.FeignWorkflows.WorkflowsApi;
import dev.signalman.semaphore.http.JobLogFinder.JobsApi;

/**
 * Semaphore through its HTTP API (docs/semaphore.md). Reads are repeated when that may help, acts never. Instances for
 * other tokens share the connections.
 */
public final class FeignSemaphore implements Semaphore {
    private final FeignFactory feignFactory;
    private final Workflows workflows;
    private final Pipelines pipelines;
    private final Promotions promotions;
    private final Jobs jobs;
    private final Projects projects;
    private final AgentTypes agentTypes;
    private final Tasks tasks;
    private final DeploymentTargets deploymentTargets;
    private final WebhookNotifications notifications;
    private final OrganizationSecrets secrets;

    /** Opens no connection until the first call. */
    public FeignSemaphore(SemaphoreConnection connection, SemaphoreCallObserver observer) {
        this(new FeignFactory(connection, observer), connection.credential());
    }

    FeignSemaphore(FeignFactory feignFactory, Credential credential) {
        this.feignFactory = feignFactory;
        var apiCaller = feignFactory.calls(credential);
        this.workflows = new FeignWorkflows(feignFactory.api(WorkflowsApi.class, credential), apiCaller);
        this.pipelines = new FeignPipelines(feignFactory.api(PipelinesApi.class, credential), apiCaller);
        this.promotions = new FeignPromotions(feignFactory.promotionsApi(credential), apiCaller);
        var jobsApi = feignFactory.api(JobsApi.class, credential);
        this.jobs = new FeignJobs(jobsApi, new JobLogFinder(jobsApi, feignFactory.selfHostedLogs()), apiCaller);
        this.projects = new FeignProjects(feignFactory.api(ProjectsApi.class, credential), apiCaller);
        this.agentTypes = new FeignAgentTypes(feignFactory.api(AgentTypesApi.class, credential), apiCaller);
        this.tasks = new FeignTasks(feignFactory.api(TasksApi.class, credential), apiCaller);
        this.deploymentTargets =
                new FeignDeploymentTargets(feignFactory.api(DeploymentTargetsApi.class, credential), apiCaller);
        this.notifications =
                new FeignWebhookNotifications(feignFactory.api(NotificationsApi.class, credential), apiCaller);
        this.secrets = new FeignOrganizationSecrets(feignFactory.api(SecretsApi.class, credential), apiCaller);
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
    public WebhookNotifications notifications() {
        return notifications;
    }

    @Override
    public OrganizationSecrets secrets() {
        return secrets;
    }

    @Override
    public Semaphore as(Credential credential) {
        return new FeignSemaphore(feignFactory, credential);
    }
}
