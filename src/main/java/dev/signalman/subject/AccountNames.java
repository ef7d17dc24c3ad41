package dev.signalman.subject;

/** What accounts of Semaphore are called: the organisation's members, not people of Slack. */
public interface AccountNames {
    /**
     * What somebody is called who did something in a project, as its members are called in Semaphore; e.g. {@code the account 1eadc56c} for
     * one that is not among them, or may not be known. Two of the same name are told apart.
     *
     * @throws dev.signalman.semaphore.SemaphoreException when it cannot be told now
     */
    String nameOf(String projectId, String account);
}
