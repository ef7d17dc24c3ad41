package dev.signalman.subject;

import dev.signalman.domain.Pipeline;
import java.util.List;

/**
 * What people are called, by their accounts in Semaphore. No call tells that of any account, but a pipeline tells it of whoever set off its
 * workflow (docs/semaphore.md, "Who acted").
 */
public interface Accounts {
    /** Their login at the git host; where that was never told, e.g. {@code the account 1eadc56c}. */
    String nameOf(String account);

    /** Remembers what pipelines tell, at once. */
    void met(List<Pipeline> pipelines);
}
