package dev.signalman.semaphore.http;

import static dev.signalman.semaphore.http.WireMapping.some;
import static dev.signalman.semaphore.http.WireMapping.text;

import dev.signalman.domain.Trigger;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Who set a pipeline off, as it comes: one half is about the workflow, the other about this pipeline. */
record WireTriggerer(
        @Nullable String pplTriggeredBy,
        @Nullable String pplTriggererUserId,
        @Nullable String wfTriggererUserId,
        @Nullable String wfTriggererProviderLogin) {

    Trigger toTrigger() {
        var kind = kind();
        var user = kind == Trigger.Kind.WORKFLOW && some(pplTriggererUserId) == null
                ? some(wfTriggererUserId)
                : some(pplTriggererUserId);
        // The login is that of the workflow's author; a promoter may be someone else.
        var login = user != null && user.equals(wfTriggererUserId) ? some(wfTriggererProviderLogin) : null;
        return new Trigger(kind, user, login);
    }

    private Trigger.Kind kind() {
        return switch (text(pplTriggeredBy).toUpperCase(Locale.ROOT)) {
            case "0", "WORKFLOW" -> Trigger.Kind.WORKFLOW;
            case "1", "PROMOTION" -> Trigger.Kind.PROMOTION;
            case "2", "AUTO_PROMOTION" -> Trigger.Kind.AUTO_PROMOTION;
            case "3", "PARTIAL_RE_RUN" -> Trigger.Kind.PARTIAL_REBUILD;
            default -> Trigger.Kind.UNKNOWN;
        };
    }
}
