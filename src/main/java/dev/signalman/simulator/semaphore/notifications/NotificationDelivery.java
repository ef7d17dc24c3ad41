package dev.signalman.simulator.semaphore.notifications;

/**
 * A notification that was sent, or lost on the way.
 *
 * @param id the same in every attempt
 * @param status of the last answer; 0 when there was none
 * @param attempts 0 when it was lost before it was sent
 */
public record NotificationDelivery(String id, String pipelineId, NotificationRule rule, int status, int attempts) {}
