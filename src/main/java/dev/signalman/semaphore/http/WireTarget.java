package dev.signalman.semaphore.http;

import static dev.signalman.semaphore.http.WireMapping.needed;
import static dev.signalman.semaphore.http.WireMapping.text;

import dev.signalman.domain.AdmittedRef;
import dev.signalman.domain.AdmittedSubject;
import dev.signalman.domain.DeploymentTarget;
import dev.signalman.domain.TargetAccess;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A deployment target in the API's JSON. */
record WireTarget(
        @Nullable String id,
        @Nullable String name,
        @Nullable String projectId,
        @Nullable String description,
        @Nullable String url,
        @Nullable String state,
        @Nullable String stateMessage,
        @Nullable Boolean active,
        @Nullable Boolean cordoned,
        @Nullable List<@Nullable Subject> subjectRules,
        @Nullable List<@Nullable Ref> objectRules,
        @Nullable String updatedBy) {

    DeploymentTarget toTarget() {
        var stands = WireMapping.word(state, DeploymentTarget.State.UNKNOWN);
        return new DeploymentTarget(
                needed(id, "id"),
                text(name),
                text(projectId),
                text(description),
                text(url),
                stands,
                text(stateMessage),
                stands == DeploymentTarget.State.CORDONED
                        || Boolean.FALSE.equals(active)
                        || Boolean.TRUE.equals(cordoned),
                new TargetAccess(
                        present(subjectRules).map(Subject::toSubject).toList(),
                        present(objectRules).map(Ref::toRef).toList()),
                text(updatedBy));
    }

    private static <T> Stream<T> present(@Nullable List<@Nullable T> all) {
        return all == null ? Stream.empty() : all.stream().flatMap(Stream::ofNullable);
    }

    /** Who may promote. */
    record Subject(@Nullable String type, @Nullable String subjectId) {
        AdmittedSubject toSubject() {
            return new AdmittedSubject(text(type).toUpperCase(Locale.ROOT), text(subjectId));
        }
    }

    /** What may be promoted. */
    record Ref(
            @Nullable String type,
            @Nullable String matchMode,
            @Nullable String pattern) {
        AdmittedRef toRef() {
            return new AdmittedRef(
                    text(type).toUpperCase(Locale.ROOT), text(matchMode).toUpperCase(Locale.ROOT), text(pattern));
        }
    }
}
