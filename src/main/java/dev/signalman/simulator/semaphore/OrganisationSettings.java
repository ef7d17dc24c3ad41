package dev.signalman.simulator.semaphore;

import java.time.Duration;

/** How the organisation is set up, and how long things take in it; may be changed while it runs. */
public final class OrganisationSettings {
    private volatile Duration promotionDelay = Duration.ofSeconds(2);
    private volatile Duration listingDelay = Duration.ofMillis(50);
    private volatile Duration conceptionDelay = Duration.ofSeconds(1);
    private volatile Duration stopGrace = Duration.ofSeconds(2);
    private volatile boolean rightsUnknown;
    private volatile boolean promotionsFail;
    private volatile boolean deploymentTargets = true;
    private volatile boolean tokensInWebPages;
    private volatile int queueLimit = 10;
    private volatile int projectsPerPage = 500;
    private volatile boolean logPasses = true;
    private volatile boolean projectsOrdered = true;
    private volatile int logSize = 16 << 20;

    /** From the trigger of a promotion until its pipeline is there. */
    public OrganisationSettings promotionsTake(Duration time) {
        promotionDelay = time;
        return this;
    }

    /** From the trigger of a promotion until it is in the list of promotions, and its deployment target is asked again. */
    public OrganisationSettings promotionsAreListedAfter(Duration time) {
        listingDelay = time;
        return this;
    }

    /** Whether the list of projects is empty for everybody and none is found, since what people may see cannot be found out. */
    public OrganisationSettings rightsAreUnknown(boolean unknown) {
        rightsUnknown = unknown;
        return this;
    }

    /** Whether the list of projects is empty for everybody. */
    public boolean rightsAreUnknown() {
        return rightsUnknown;
    }

    /** Whether promotions that are triggered from now on fail to be scheduled. */
    public OrganisationSettings promotionsFail(boolean fail) {
        promotionsFail = fail;
        return this;
    }

    /** How long a workflow that was run by the API knows neither its hook nor its commit. */
    public OrganisationSettings conceptionTakes(Duration time) {
        conceptionDelay = time;
        return this;
    }

    /** From the request to stop until what ran has stopped. */
    public OrganisationSettings stoppingTakes(Duration time) {
        stopGrace = time;
        return this;
    }

    /** Whether the organisation pays for deployment targets. */
    public OrganisationSettings deploymentTargets(boolean enabled) {
        deploymentTargets = enabled;
        return this;
    }

    /** Whether API tokens are accepted by the pages of the web, where plain logs are. */
    public OrganisationSettings tokensInWebPages(boolean accepted) {
        tokensInWebPages = accepted;
        return this;
    }

    /** How many pipelines may wait in one queue. */
    public OrganisationSettings queueLimit(int pipelines) {
        queueLimit = pipelines;
        return this;
    }

    /** Fixed at 500 in the real one; smaller where a test wants several pages. */
    public OrganisationSettings projectsPerPage(int projects) {
        projectsPerPage = projects;
        return this;
    }

    /** Fixed at 16 MB in the real one; smaller where a test wants a log that is cut. */
    public OrganisationSettings logsHold(int characters) {
        logSize = characters;
        return this;
    }

    /** The real one's list has no order of its own: each page may be cut from another one, so that projects repeat and others are missing. */
    public OrganisationSettings projectsAreOrdered(boolean ordered) {
        projectsOrdered = ordered;
        return this;
    }

    /** Whether all pages of projects are cut from one order. */
    public boolean projectsAreOrdered() {
        return projectsOrdered;
    }

    /** Whether the server that keeps the logs of own agents takes the passes that the API gives out: 401 if not. */
    public OrganisationSettings logPassesAreTaken(boolean taken) {
        logPasses = taken;
        return this;
    }

    /** Whether the passes of redirects to a log are taken. */
    public boolean takesLogPasses() {
        return logPasses;
    }

    /** How much of a log is kept before it is cut. */
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
