package dev.signalman.semaphore;

import java.time.Duration;

/**
 * A Semaphore CI organization, accessed with one token. Each call goes over the network and may fail with a
 * {@link SemaphoreException}, whose kind says whether an act may have happened.
 */
public interface Semaphore {
    /** How far Semaphore's clock may differ from ours; code that compares times of both allows for it. */
    Duration CLOCKS_DIFFER = Duration.ofSeconds(5);

    Workflows workflows();

    Pipelines pipelines();

    Promotions promotions();

    Jobs jobs();

    Projects projects();

    AgentTypes agentTypes();

    Tasks tasks();

    DeploymentTargets deploymentTargets();

    WebhookNotifications notifications();

    OrganizationSecrets secrets();

    /** This organization, accessed with another token. */
    Semaphore as(Credential credential);
}
