package dev.signalman.ruling;

import dev.signalman.domain.Pipeline;
import dev.signalman.domain.Trigger;
import dev.signalman.domain.Workflow;
import dev.signalman.port.AccountNames;
import dev.signalman.port.LinkedAccounts;
import dev.signalman.ruling.DeployStart.Starter;
import dev.signalman.semaphore.Semaphore;
import jakarta.inject.Inject;
import java.util.List;

/**
 * Finds out who started a deploy elsewhere. Semaphore names an account; who that is in Slack is known only for accounts
 * that were linked.
 */
public final class DeployStarters {
    private final Semaphore semaphore;
    private final AccountNames names;
    private final LinkedAccounts accounts;

    @Inject
    DeployStarters(Semaphore semaphore, AccountNames names, LinkedAccounts accounts) {
        this.semaphore = semaphore;
        this.names = names;
        this.accounts = accounts;
    }

    /**
     * Who started a pipeline.
     *
     * @throws dev.signalman.semaphore.SemaphoreException when Semaphore does not say
     */
    public Starter of(Pipeline deploy) {
        var trigger = deploy.trigger();
        if (trigger.kind() == Trigger.Kind.AUTO_PROMOTION) {
            return new Starter("Semaphore", "Semaphore promoted it automatically (auto_promote)", List.of(), false);
        }
        if (trigger.kind() == Trigger.Kind.WORKFLOW) {
            var workflow = semaphore.workflows().describe(deploy.workflowId());
            if (workflow.cause() == Workflow.Cause.SCHEDULE && workflow.rerunOf() == null) {
                return new Starter("a scheduled task", "A scheduled task of Semaphore started it", List.of(), false);
            }
        }
        var account = trigger.userId();
        if (account == null || account.isEmpty()) {
            return new Starter(
                    "someone", "Someone started it outside Signalman, and Semaphore doesn't say who", List.of(), true);
        }
        var name = names.nameOf(deploy.projectId(), account);
        return new Starter(name, name + " started it outside Signalman", accounts.peopleOf(account), true);
    }
}
