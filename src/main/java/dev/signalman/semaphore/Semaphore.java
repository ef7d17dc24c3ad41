package dev.signalman.semaphore;

import java.time.Duration;

/**
 * An organisation at Semaphore CI, seen with one token. Each call reaches the network and may fail with a
 * {@link SemaphoreException}, whose kind says whether an act may have happened all the same.
 */
public interface Semaphore {
    /** By so much its clock may differ from ours: whoever compares times of Semaphore with times of ours allows for it. */
    Duration CLOCKS_DIFFER = Duration.ofSeconds(5);

    /** Runs of a project. */
    Workflows workflows();

    /** Pipelines of those runs. */
    Pipelines pipelines();

    /** Promotions between pipelines. */
    Promotions promotions();

    /** Jobs and their logs. */
    Jobs jobs();

    /** Projects that the token sees. */
    Projects projects();

    /** Types of self-hosted agents. */
    AgentTypes agentTypes();

    /** Tasks of a project. */
    Tasks tasks();

    /** Deployment targets of a project. */
    DeploymentTargets deploymentTargets();

    /** The same organisation seen with another token. */
    Semaphore as(Credential credential);
}
