package dev.signalman.semaphore.http;

import static dev.signalman.semaphore.http.WireMapping.list;
import static dev.signalman.semaphore.http.WireMapping.needed;
import static dev.signalman.semaphore.http.WireMapping.some;
import static dev.signalman.semaphore.http.WireMapping.text;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.signalman.domain.WebhookNotification;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A notification in the API's JSON. */
record WireNotification(
        @Nullable Metadata metadata, @Nullable Spec spec) {
    record Metadata(
            @Nullable String id,
            @Nullable String name,
            @Nullable String creatorId) {}

    record Spec(@Nullable List<@Nullable Rule> rules) {}

    record Rule(
            @Nullable Filter filter,
            @JsonProperty("notify") @Nullable Notify targets) {
        WebhookNotification.Rule toRule() {
            var only = filter == null ? Filter.NONE : filter;
            return new WebhookNotification.Rule(
                    list(only.projects()),
                    list(only.branches()),
                    list(only.pipelines()),
                    list(only.results()),
                    list(only.tags()),
                    targets == null ? null : targets.toWebhook());
        }
    }

    record Filter(
            @Nullable List<@Nullable String> projects,
            @Nullable List<@Nullable String> branches,
            @Nullable List<@Nullable String> pipelines,
            @Nullable List<@Nullable String> results,
            @Nullable List<@Nullable String> tags) {
        static final Filter NONE = new Filter(null, null, null, null, null);
    }

    record Notify(@Nullable Webhook webhook) {
        WebhookNotification.@Nullable Webhook toWebhook() {
            var endpoint = webhook == null ? null : some(webhook.endpoint());
            return webhook == null || endpoint == null
                    ? null
                    : new WebhookNotification.Webhook(endpoint, text(webhook.secret()));
        }
    }

    record Webhook(@Nullable String endpoint, @Nullable String secret) {}

    record Listed(
            @Nullable List<@Nullable WireNotification> notifications,
            @Nullable String nextPageToken) {
        List<WebhookNotification> toNotifications() {
            return list(notifications).stream()
                    .map(WireNotification::toNotification)
                    .toList();
        }
    }

    WebhookNotification toNotification() {
        var named = needed(metadata, "metadata");
        return new WebhookNotification(
                needed(named.id(), "metadata.id"),
                text(named.name()),
                some(named.creatorId()),
                spec == null
                        ? List.of()
                        : list(spec.rules()).stream().map(Rule::toRule).toList());
    }
}
