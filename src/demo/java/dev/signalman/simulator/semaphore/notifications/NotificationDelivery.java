package dev.signalman.simulator.semaphore.notifications;

/**
 * A notification that was sent or lost.
 *
 * @param id the same in every attempt
 * @param status of the last answer; 0 for none
 * @param attempts 0 when it was lost before it was sent
 */
public record NotificationDelivery(String id, String pipelineId, NotificationRule rule, int status, int attempts) {}
