package dev.signalman.semaphore;

import dev.signalman.domain.AdmittedRef;
import dev.signalman.domain.AdmittedSubject;
import dev.signalman.domain.Deployment;
import dev.signalman.domain.DeploymentTarget;
import dev.signalman.domain.Page;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The deployment targets of a project. An organization without the feature fails with kind {@code FEATURE_OFF}. */
public interface DeploymentTargets {
    List<DeploymentTarget> list(String projectId);

    DeploymentTarget describe(String targetId);

    /** A target's deployments, newest first, ten per page. */
    Page<Deployment> history(String targetId, @Nullable String page);

    /**
     * Changes a target's rules, and nothing else of it: secrets and variables stay.
     *
     * @param change what to change; nothing makes the owner of the token the account that changed it last
     * @param uniqueToken a UUID; the same one again changes nothing
     * @return the target as it is after that change
     */
    DeploymentTarget change(String targetId, Change change, String uniqueToken);

    /**
     * A change of a target's rules; null keeps what is.
     *
     * @param subjects who may promote; empty for nobody
     * @param refs what may be promoted; empty for nothing
     */
    record Change(
            @Nullable List<AdmittedSubject> subjects,
            @Nullable List<AdmittedRef> refs) {
        /** Keeps its own copies. */
        public Change {
            subjects = subjects == null ? null : List.copyOf(subjects);
            refs = refs == null ? null : List.copyOf(refs);
        }
    }

    void activate(String targetId);

    void deactivate(String targetId);
}
