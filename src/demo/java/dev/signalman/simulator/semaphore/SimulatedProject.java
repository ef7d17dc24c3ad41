package dev.signalman.simulator.semaphore;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A project: its pipeline files and branches. Plans apply to pipelines that are created afterwards. */
public final class SimulatedProject {
    /** The default file of a push, and of a run that names none, whatever the project's setting. */
    public static final String MAIN_FILE = ".semaphore/semaphore.yml";

    private final String id;
    private final String repositoryId;
    private volatile String name;
    private final Map<String, PipelinePlan> plans = new ConcurrentHashMap<>();
    private final Set<String> references = ConcurrentHashMap.newKeySet();
    private volatile String pushRuns = MAIN_FILE;
    private volatile GitHost host = GitHost.GITHUB;

    SimulatedProject(String id, String repositoryId, String name) {
        this.id = id;
        this.repositoryId = repositoryId;
        this.name = name;
        plans.put(MAIN_FILE, ordinary(MAIN_FILE, "Build & Test"));
        references.add("main");
    }

    private static PipelinePlan ordinary(String file, String name) {
        return PipelinePlan.pipeline(file, name).block("Test", JobPlan.job("Test"));
    }

    public String id() {
        return id;
    }

    public String repositoryId() {
        return repositoryId;
    }

    public String name() {
        return name;
    }

    /** Renames it; the id stays. */
    public void rename(String other) {
        name = other;
    }

    /** Sets the file that a push runs. */
    public SimulatedProject pushRuns(String file) {
        pushRuns = file;
        return this;
    }

    /** Sets its git host. */
    public SimulatedProject hostedBy(GitHost other) {
        host = other;
        return this;
    }

    /** The file that a push runs. */
    public String pipelineFile() {
        return pushRuns;
    }

    public GitHost host() {
        return host;
    }

    /** Sets the plan of a file; also creates missing files that it promotes to. */
    public SimulatedProject plan(PipelinePlan plan) {
        plans.put(plan.file(), plan);
        plan.promotions()
                .forEach(each -> plans.computeIfAbsent(
                        bare(each.pipelineFile()),
                        file -> PipelinePlan.pipeline(file, each.name()).block("Deploy", JobPlan.job("Deploy"))));
        return this;
    }

    /** Adds a promotion to the main file. */
    public SimulatedProject promotion(String promotion, String pipelineFile, PromotionParameter... parameters) {
        return promotion(PromotionPlan.promotion(promotion, pipelineFile, parameters));
    }

    /** Adds a promotion to the main file. */
    public SimulatedProject promotion(PromotionPlan promotion) {
        return plan(plan(MAIN_FILE).promotion(promotion));
    }

    /** Adds a promotion to another file. */
    public SimulatedProject promotionFrom(
            String from, String promotion, String pipelineFile, PromotionParameter... parameters) {
        return plan(plan(from).promotion(promotion, pipelineFile, parameters));
    }

    /** Removes a file from the repository. */
    public SimulatedProject withoutFile(String file) {
        plans.remove(file);
        return this;
    }

    /** Adds a branch, tag ({@code refs/tags/…}) or pull request ({@code pull-request-…}). */
    public SimulatedProject reference(String branchName) {
        references.add(branchName);
        return this;
    }

    /** The plan of {@code file}; a missing file is malformed. */
    public PipelinePlan plan(String file) {
        var plan = plans.get(bare(file));
        return plan != null
                ? plan.spelled(file)
                : PipelinePlan.malformed(file, "Unable to find the pipeline file " + file + " in the repository.");
    }

    /** An absolute path names the same file; only its spelling is kept. */
    private static String bare(String file) {
        return file.startsWith("/") ? file.substring(1) : file;
    }

    /** Whether the repository has this branch, tag or pull request. */
    public boolean knows(String branchName) {
        return references.contains(branchName);
    }
}
