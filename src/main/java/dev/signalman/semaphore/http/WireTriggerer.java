package dev.signalman.semaphore.http;

import static dev.signalman.semaphore.http.WireMapping.some;
import static dev.signalman.semaphore.http.WireMapping.text;

import dev.signalman.domain.Trigger;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Who started a pipeline, in the API's JSON: one half is about the workflow, the other about this pipeline. The login
 * is the pusher's, the user is who asked, so after a rerun they are two people. Without a push the login field contains
 * no login (docs/semaphore.md, "Who acted").
 */
record WireTriggerer(
        @Nullable String pplTriggeredBy,
        @Nullable String pplTriggererUserId,
        @Nullable String wfTriggeredBy,
        @Nullable String wfTriggererUserId,
        @Nullable String wfTriggererProviderLogin,
        @Nullable String workflowRerunOf) {

    Trigger toTrigger() {
        var kind = kind();
        var user = kind == Trigger.Kind.WORKFLOW && some(pplTriggererUserId) == null
                ? some(wfTriggererUserId)
                : some(pplTriggererUserId);
        var author = pushed() ? some(wfTriggererProviderLogin) : null;
        var theirs = some(workflowRerunOf) == null && user != null && user.equals(wfTriggererUserId);
        return new Trigger(kind, user, theirs ? author : null, author);
    }

    private boolean pushed() {
        var by = text(wfTriggeredBy).toUpperCase(Locale.ROOT);
        return by.equals("0") || by.equals("HOOK");
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
