package dev.signalman.simulator.semaphore;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A pipeline: its plan, interventions, and the resulting timeline. Guarded by its organization. */
public final class SimulatedPipeline {
    private final String id;
    private final SimulatedWorkflow workflow;
    private final PipelinePlan plan;
    private final PipelineOrigin origin;
    private final Map<String, String> variables;
    private final Instant createdAt;
    private final Duration grace;
    private final JobSpeed pace;
    private final String switchId;
    private final String queueId;
    private final String compileTaskId;
    private final Map<String, String> blockIds = new HashMap<>();
    private final Map<String, String> buildRequestIds = new HashMap<>();
    private final Map<JobKey, String> jobIds = new LinkedHashMap<>();
    private PipelineInterventions told;
    private Timeline timeline;
    private long paceChanges;
    private String terminatedBy = "";
    private boolean terminationRequested;
    private @Nullable String partiallyRerunBy;

    SimulatedPipeline(
            String id,
            SimulatedWorkflow workflow,
            PipelinePlan plan,
            PipelineOrigin origin,
            Map<String, String> variables,
            Instant createdAt,
            Duration grace,
            JobSpeed pace,
            @Nullable SimulatedPipeline rebuilt,
            SeededIds ids) {
        this.id = id;
        this.workflow = workflow;
        this.plan = plan;
        this.origin = origin;
        this.variables = new LinkedHashMap<>(variables);
        this.createdAt = createdAt;
        this.grace = grace;
        this.pace = pace;
        this.switchId = plan.promotions().isEmpty() ? "" : ids.next();
        this.queueId = ids.next();
        this.compileTaskId = ids.next();
        var passed = rebuilt == null ? Map.<String, BlockTimes>of() : rebuilt.passedBlocks();
        for (var block : plan.blocks()) {
            var source = passed.containsKey(block.name()) ? rebuilt : null;
            blockIds.put(block.name(), source == null ? ids.next() : source.blockIds.getOrDefault(block.name(), ""));
            buildRequestIds.put(
                    block.name(), source == null ? ids.next() : source.buildRequestIds.getOrDefault(block.name(), ""));
            for (var job : block.jobs()) {
                var key = new JobKey(block.name(), job.name());
                jobIds.put(key, source == null ? ids.next() : source.jobIds.getOrDefault(key, ids.next()));
            }
        }
        this.told = PipelineInterventions.reusing(
                passed, rebuilt == null ? Map.of() : rebuilt.passedJobs(passed.keySet(), createdAt));
        this.paceChanges = pace.changes();
        this.timeline = TimelineCalculator.timeline(plan, createdAt, told, grace, pace);
    }

    private Map<String, BlockTimes> passedBlocks() {
        var passed = new HashMap<String, BlockTimes>();
        for (var block : timeline().blocks()) {
            if (block.result() == SimulatedResult.PASSED) {
                passed.put(block.name(), block);
            }
        }
        return passed;
    }

    /** Passed jobs of blocks that did not pass. */
    private Map<JobKey, PipelineInterventions.JobEnd> passedJobs(Set<String> passedBlocks, Instant at) {
        var copied = new HashMap<JobKey, PipelineInterventions.JobEnd>();
        for (var block : timeline().blocks()) {
            for (var job : block.jobs()) {
                if (!passedBlocks.contains(block.name()) && job.outcome() == SimulatedResult.PASSED) {
                    copied.put(
                            new JobKey(block.name(), job.plan().name()),
                            new PipelineInterventions.JobEnd(at, SimulatedResult.PASSED, 0, job.log()));
                }
            }
        }
        return copied;
    }

    /** Starts its blocks now, if none has started. */
    public void begin(Instant now) {
        if (state(now).compareTo(SimulatedPipelineState.RUNNING) < 0) {
            tell(interventions -> interventions.begun(now));
        }
    }

    /** Keeps running jobs running until they are told to end. */
    public void hold(Instant now) {
        requireUnfinished(now);
        tell(interventions -> interventions.held(now));
    }

    /** Ends what is left now, as planned. */
    public void finish(Instant now) {
        requireUnfinished(now);
        tell(interventions -> interventions.finished(now));
    }

    /** Fails a job now and ends everything else. */
    public void failJob(String block, String job, int exitCode, String log, Instant now) {
        requireUnfinished(now);
        var key = new JobKey(block, job);
        if (!jobIds.containsKey(key)) {
            throw new IllegalArgumentException("No job " + job + " in block " + block + " of " + plan.file());
        }
        var end = new PipelineInterventions.JobEnd(now, SimulatedResult.FAILED, exitCode, log);
        tell(interventions -> interventions.job(key, end).finished(now));
    }

    /** Ends an existing job now; the others of its block go on as planned. */
    public void endJob(
            String block, String job, SimulatedResult simulatedResult, int exitCode, String log, Instant now) {
        var running = jobs(now).stream()
                .filter(each ->
                        each.block().equals(block) && each.times().plan().name().equals(job))
                .filter(each -> each.times().state(now) != SimulatedJobState.FINISHED)
                .findFirst();
        if (running.isEmpty()) {
            throw new IllegalStateException("Job " + job + " of block " + block + " does not run");
        }
        var end = new PipelineInterventions.JobEnd(now, simulatedResult, exitCode, log);
        tell(interventions -> interventions.job(new JobKey(block, job), end));
    }

    /** Stops an unfinished job now; the others of its block go on. */
    public void stopJob(SimulatedJob job, Instant now) {
        if (job.times().state(now) == SimulatedJobState.FINISHED
                || job.times().state(now) == SimulatedJobState.STOPPING) {
            return;
        }
        var key = new JobKey(job.block(), job.times().plan().name());
        tell(interventions ->
                interventions.job(key, new PipelineInterventions.JobEnd(now, SimulatedResult.STOPPED, 130, null)));
    }

    private void requireUnfinished(Instant now) {
        if (state(now) == SimulatedPipelineState.DONE) {
            throw new IllegalStateException("Pipeline " + id + " is done already");
        }
    }

    private void tell(UnaryOperator<PipelineInterventions> intervention) {
        told = intervention.apply(told);
        calculate();
    }

    private void calculate() {
        paceChanges = pace.changes();
        timeline = TimelineCalculator.timeline(plan, createdAt, told, grace, pace);
    }

    /** Stops the pipeline unless it is done or stopping; {@code by} is a user's id, or {@code ""}. */
    public void stop(Instant now, String by) {
        if (state(now) == SimulatedPipelineState.DONE || state(now) == SimulatedPipelineState.STOPPING) {
            return;
        }
        terminatedBy = by;
        terminationRequested = true;
        tell(interventions -> interventions.stopped(now));
    }

    void rebuiltBy(String pipelineId) {
        partiallyRerunBy = pipelineId;
    }

    public String id() {
        return id;
    }

    public SimulatedWorkflow workflow() {
        return workflow;
    }

    public PipelinePlan plan() {
        return plan;
    }

    public PipelineOrigin origin() {
        return origin;
    }

    /** Parameters of the promotion or the run. */
    public Map<String, String> variables() {
        return Map.copyOf(variables);
    }

    public Timeline timeline() {
        if (paceChanges != pace.changes()) {
            calculate();
        }
        return timeline;
    }

    public SimulatedPipelineState state(Instant now) {
        return timeline().state(now);
    }

    /** {@code ""} when the file has no promotions. */
    public String switchId() {
        return switchId;
    }

    public String queueId() {
        return queueId;
    }

    public String compileTaskId() {
        return compileTaskId;
    }

    public String blockId(String block) {
        return blockIds.getOrDefault(block, "");
    }

    public String buildRequestId(String block) {
        return buildRequestIds.getOrDefault(block, "");
    }

    public String jobId(String block, String job) {
        return jobIds.getOrDefault(new JobKey(block, job), "");
    }

    /** The jobs that exist at {@code now}, in the order of the plan. */
    public List<SimulatedJob> jobs(Instant now) {
        return timeline().blocks().stream()
                .filter(block -> block.hasStarted(now))
                .flatMap(block -> block.jobs().stream()
                        .map(job ->
                                new SimulatedJob(jobId(block.name(), job.plan().name()), this, block.name(), job)))
                .toList();
    }

    /** The user who stopped its workflow; Semaphore does not say who stopped a single pipeline. */
    public String terminatedBy() {
        return terminatedBy;
    }

    public boolean terminationRequested() {
        return terminationRequested;
    }

    /** The pipeline that rebuilds this one, or {@code ""}. */
    public String partiallyRerunBy() {
        return partiallyRerunBy == null ? "" : partiallyRerunBy;
    }
}
