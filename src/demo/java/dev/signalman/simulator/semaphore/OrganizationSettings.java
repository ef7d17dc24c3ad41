package dev.signalman.simulator.semaphore;

import java.time.Duration;

/** The organization's settings and delays; may change while it runs. */
public final class OrganizationSettings {
    private volatile Duration promotionDelay = Duration.ofSeconds(2);
    private volatile Duration listingDelay = Duration.ofMillis(50);
    private volatile Duration conceptionDelay = Duration.ofSeconds(1);
    private volatile Duration stopGrace = Duration.ofSeconds(2);
    private volatile boolean rightsUnknown;
    private volatile boolean promotionsFail;
    private volatile boolean deploymentTargets = true;
    private volatile boolean advancedTargets = true;
    private volatile boolean tokensInWebPages;
    private volatile boolean secretPolicies;
    private volatile boolean exposedSecrets;
    private volatile int queueLimit = 10;
    private volatile int projectsPerPage = 500;
    private volatile boolean logPasses = true;
    private volatile boolean projectsOrdered = true;
    private volatile int logSize = 16 << 20;
    private volatile boolean artifactsApi = true;
    private volatile String uploadedLog = "";

    /** Time from a promotion's trigger until its pipeline exists. */
    public OrganizationSettings promotionsTake(Duration time) {
        promotionDelay = time;
        return this;
    }

    /** Time from a promotion's trigger until it is listed, and its deployment target is asked again. */
    public OrganizationSettings promotionsAreListedAfter(Duration time) {
        listingDelay = time;
        return this;
    }

    /** Whether the list of projects is empty and none is found, as when Semaphore cannot determine rights. */
    public OrganizationSettings rightsAreUnknown(boolean unknown) {
        rightsUnknown = unknown;
        return this;
    }

    /** Whether the list of projects is empty for everybody. */
    public boolean rightsAreUnknown() {
        return rightsUnknown;
    }

    /** Whether new promotions fail to be scheduled. */
    public OrganizationSettings promotionsFail(boolean fail) {
        promotionsFail = fail;
        return this;
    }

    /** How long a workflow run by the API has neither hook nor commit. */
    public OrganizationSettings conceptionTakes(Duration time) {
        conceptionDelay = time;
        return this;
    }

    /** Time from a stop request until everything has stopped. */
    public OrganizationSettings stoppingTakes(Duration time) {
        stopGrace = time;
        return this;
    }

    /** Whether the organization pays for deployment targets. */
    public OrganizationSettings deploymentTargets(boolean enabled) {
        deploymentTargets = enabled;
        return this;
    }

    /** Whether it can be said who uses a secret; off by default, as in Semaphore's own chart. */
    public OrganizationSettings secretPolicies(boolean enabled) {
        secretPolicies = enabled;
        return this;
    }

    public boolean hasSecretPolicies() {
        return secretPolicies;
    }

    /** Whether the API gives the values of secrets; off by default, as in Semaphore's own chart. */
    public OrganizationSettings secretsAreExposed(boolean exposed) {
        exposedSecrets = exposed;
        return this;
    }

    public boolean exposesSecrets() {
        return exposedSecrets;
    }

    /** Whether the web pages with plain logs accept API tokens. */
    public OrganizationSettings tokensInWebPages(boolean accepted) {
        tokensInWebPages = accepted;
        return this;
    }

    /** Maximum pipelines in one queue. */
    public OrganizationSettings queueLimit(int pipelines) {
        queueLimit = pipelines;
        return this;
    }

    /** Page size of projects; 500 in the real one, smaller for tests of several pages. */
    public OrganizationSettings projectsPerPage(int projects) {
        projectsPerPage = projects;
        return this;
    }

    /** Maximum log size; 16 MB in the real one, smaller for tests of cut logs. */
    public OrganizationSettings logsHold(int characters) {
        logSize = characters;
        return this;
    }

    /**
     * Whether the list of projects has an order. The real one has none: pages may overlap, and projects may be missing.
     */
    public OrganizationSettings projectsAreOrdered(boolean ordered) {
        projectsOrdered = ordered;
        return this;
    }

    public boolean projectsAreOrdered() {
        return projectsOrdered;
    }

    /** The file in which agents upload a job's whole log, such as {@code job_logs.txt}; empty, the default, for never. */
    public OrganizationSettings logsAreUploadedAs(String file) {
        uploadedLog = file;
        return this;
    }

    public String uploadedLog() {
        return uploadedLog;
    }

    /** Whether the API lists artifacts. */
    public OrganizationSettings artifactsApi(boolean enabled) {
        artifactsApi = enabled;
        return this;
    }

    public boolean hasArtifactsApi() {
        return artifactsApi;
    }

    /** Whether the host of self-hosted logs accepts the API's signed addresses; otherwise 401. */
    public OrganizationSettings logPassesAreTaken(boolean taken) {
        logPasses = taken;
        return this;
    }

    /** Whether signed log addresses are accepted. */
    public boolean takesLogPasses() {
        return logPasses;
    }

    /** Maximum log size. */
    public int logSize() {
        return logSize;
    }

    Duration promotionDelay() {
        return promotionDelay;
    }

    Duration listingDelay() {
        return listingDelay;
    }

    Duration conceptionDelay() {
        return conceptionDelay;
    }

    Duration stopGrace() {
        return stopGrace;
    }

    boolean promotionsFail() {
        return promotionsFail;
    }

    /** Whether the organization pays for rules about who may use deployment targets. */
    public OrganizationSettings advancedTargets(boolean enabled) {
        advancedTargets = enabled;
        return this;
    }

    public boolean hasAdvancedTargets() {
        return advancedTargets;
    }

    public boolean hasDeploymentTargets() {
        return deploymentTargets;
    }

    public boolean acceptsTokensInWebPages() {
        return tokensInWebPages;
    }

    int queueLimit() {
        return queueLimit;
    }

    public int projectsPerPage() {
        return projectsPerPage;
    }
}
