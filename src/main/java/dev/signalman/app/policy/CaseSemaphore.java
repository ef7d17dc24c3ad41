package dev.signalman.app.policy;

import dev.signalman.domain.EnvVar;
import dev.signalman.domain.GitRef;
import dev.signalman.domain.Member;
import dev.signalman.domain.Page;
import dev.signalman.domain.Pipeline;
import dev.signalman.domain.PipelineState;
import dev.signalman.domain.Project;
import dev.signalman.domain.Promotion;
import dev.signalman.domain.Result;
import dev.signalman.domain.Trigger;
import dev.signalman.domain.Workflow;
import dev.signalman.domain.WorkflowStart;
import dev.signalman.semaphore.AgentTypes;
import dev.signalman.semaphore.Credential;
import dev.signalman.semaphore.DeploymentTargets;
import dev.signalman.semaphore.Jobs;
import dev.signalman.semaphore.OrganizationSecrets;
import dev.signalman.semaphore.Pipelines;
import dev.signalman.semaphore.Projects;
import dev.signalman.semaphore.Promotions;
import dev.signalman.semaphore.Semaphore;
import dev.signalman.semaphore.SemaphoreException;
import dev.signalman.semaphore.Tasks;
import dev.signalman.semaphore.WebhookNotifications;
import dev.signalman.semaphore.Workflows;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The pipelines of one case, in place of Semaphore: the promoted one, and the deploy that it starts or started. */
final class CaseSemaphore implements Semaphore {
    private static final String COMMIT = "ca5e".repeat(10);
    private static final String PARENT = "parent";
    private static final String DEPLOY = "deploy";
    private static final String WORKFLOW = "workflow";

    private final PolicyCase policyCase;

    CaseSemaphore(PolicyCase policyCase) {
        this.policyCase = policyCase;
    }

    /** The pipeline that is promoted. */
    Pipeline parent() {
        return pipeline(
                PARENT,
                policyCase.from(),
                policyCase.result(),
                null,
                new Trigger(Trigger.Kind.UNKNOWN, null, null),
                List.of());
    }

    /** The pipeline that runs the file that starts. */
    Pipeline deploy() {
        return pipeline(
                DEPLOY,
                Objects.requireNonNull(policyCase.starts()),
                policyCase.way() == CaseAction.GATE ? null : Result.FAILED,
                policyCase.promotion().isEmpty() ? null : PARENT,
                trigger(),
                policyCase.parameters().entrySet().stream()
                        .map(each -> new EnvVar(each.getKey(), each.getValue()))
                        .toList());
    }

    private Trigger trigger() {
        var kind = policyCase.promotion().isEmpty() ? Trigger.Kind.WORKFLOW : Trigger.Kind.PROMOTION;
        return switch (policyCase.by()) {
            case PolicyCase.AUTO_PROMOTION -> new Trigger(Trigger.Kind.AUTO_PROMOTION, null, null);
            case PolicyCase.SCHEDULE -> new Trigger(Trigger.Kind.WORKFLOW, null, null);
            default -> new Trigger(kind, policyCase.by(), null);
        };
    }

    private Pipeline pipeline(
            String id,
            String file,
            @Nullable Result result,
            @Nullable String promotionOf,
            Trigger trigger,
            List<EnvVar> environment) {
        return new Pipeline(
                id,
                file,
                WORKFLOW,
                policyCase.project().id(),
                policyCase.ref(),
                COMMIT,
                "",
                file,
                result == null ? PipelineState.RUNNING : PipelineState.DONE,
                result,
                null,
                "switch",
                promotionOf,
                null,
                "",
                "",
                new Pipeline.Times(null, null, null, null, null),
                trigger,
                environment,
                List.of());
    }

    private Pipeline named(String id) {
        return switch (id) {
            case PARENT -> parent();
            case DEPLOY -> deploy();
            default -> throw new SemaphoreException(SemaphoreException.Kind.NOT_FOUND, "not in the case", false);
        };
    }

    private static UnsupportedOperationException beyond() {
        return new UnsupportedOperationException("A case has pipelines and promotions only, and changes nothing");
    }

    @Override
    public Pipelines pipelines() {
        return new CasePipelines();
    }

    @Override
    public Promotions promotions() {
        return new CasePromotions();
    }

    @Override
    public Workflows workflows() {
        return new CaseWorkflows();
    }

    @Override
    public Projects projects() {
        return new CaseProjects();
    }

    @Override
    public Jobs jobs() {
        throw beyond();
    }

    @Override
    public AgentTypes agentTypes() {
        throw beyond();
    }

    @Override
    public Tasks tasks() {
        throw beyond();
    }

    @Override
    public DeploymentTargets deploymentTargets() {
        throw beyond();
    }

    @Override
    public WebhookNotifications notifications() {
        throw beyond();
    }

    @Override
    public OrganizationSecrets secrets() {
        throw beyond();
    }

    @Override
    public Semaphore as(Credential credential) {
        throw beyond();
    }

    private final class CasePipelines implements Pipelines {
        @Override
        public Pipeline describe(String pipelineId) {
            return named(pipelineId);
        }

        @Override
        public Pipeline describeInDetail(String pipelineId) {
            return named(pipelineId);
        }

        @Override
        public Page<Pipeline> list(Pipelines.Filter filter, @Nullable String page) {
            throw beyond();
        }

        @Override
        public void stop(String pipelineId) {
            throw beyond();
        }

        @Override
        public String rebuild(String pipelineId, String requestToken) {
            throw beyond();
        }
    }

    private final class CasePromotions implements Promotions {
        /** A request of the case is not triggered yet; a deploy of the case was. */
        @Override
        public Page<Promotion> list(String pipelineId, @Nullable String name, @Nullable String page) {
            if (!policyCase.way().ofAFile() || policyCase.promotion().isEmpty()) {
                return new Page<>(List.of(), null);
            }
            var promotion = new Promotion(
                    policyCase.promotion(), policyCase.at(), policyCase.by(), false, Promotion.Status.PASSED, DEPLOY);
            return new Page<>(List.of(promotion), null);
        }

        @Override
        public void trigger(
                String pipelineId, String name, boolean override, Map<String, String> parameters, String requestToken) {
            throw beyond();
        }
    }

    private final class CaseWorkflows implements Workflows {
        @Override
        public Workflow describe(String workflowId) {
            return new Workflow(
                    WORKFLOW,
                    policyCase.project().id(),
                    DEPLOY,
                    policyCase.ref(),
                    COMMIT,
                    "",
                    null,
                    policyCase.by().equals(PolicyCase.SCHEDULE) ? Workflow.Cause.SCHEDULE : Workflow.Cause.UNKNOWN,
                    null);
        }

        @Override
        public WorkflowStart run(
                String projectId, GitRef ref, @Nullable String commit, String file, Map<String, String> parameters) {
            throw beyond();
        }

        @Override
        public Page<Workflow> list(Workflows.Filter filter, @Nullable String page) {
            throw beyond();
        }

        @Override
        public WorkflowStart rerun(String workflowId, String requestToken) {
            throw beyond();
        }

        @Override
        public void stop(String workflowId) {
            throw beyond();
        }
    }

    private final class CaseProjects implements Projects {
        @Override
        public List<Project> list() {
            return List.of(policyCase.project());
        }

        @Override
        public Project describe(String name) {
            throw new SemaphoreException(SemaphoreException.Kind.NOT_FOUND, "not in the case", false);
        }

        @Override
        public List<Member> members(String projectId) {
            throw beyond();
        }
    }
}
