package dev.signalman.port;

/** Names of Semaphore accounts: the organization's members, not people in Slack. */
public interface AccountNames {
    /**
     * The member name of an account in a project, e.g. {@code the account 1eadc56c} for one that is not a member or not
     * visible. Two members with one name are told apart.
     *
     * @throws dev.signalman.semaphore.SemaphoreException when it cannot be read now
     */
    String nameOf(String projectId, String account);
}
