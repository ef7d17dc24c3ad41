package dev.signalman.semaphore.http;

import dev.signalman.domain.WebhookNotification;
import dev.signalman.semaphore.WebhookNotifications;
import feign.Headers;
import feign.QueryMap;
import feign.RequestLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Notifications over HTTP, behind the same gateway as jobs (docs/semaphore.md, "Notifications"). */
final class FeignWebhookNotifications implements WebhookNotifications {
    private static final int PAGE = 300;
    private static final int MOST_PAGES = 20;

    private final NotificationsApi api;
    private final ApiCaller apiCaller;

    FeignWebhookNotifications(NotificationsApi api, ApiCaller apiCaller) {
        this.api = api;
        this.apiCaller = apiCaller;
    }

    @Override
    public List<WebhookNotification> list() {
        var all = new ArrayList<WebhookNotification>();
        @Nullable String token = null;
        for (int page = 0; page < MOST_PAGES; page++) {
            var query = new QueryParameters()
                    .with("page_size", PAGE)
                    .with("page_token", token)
                    .parameters();
            var listed = apiCaller.read("notifications.list", () -> api.list(query));
            all.addAll(listed.toNotifications());
            token = WireMapping.some(listed.nextPageToken());
            if (token == null) {
                return all;
            }
        }
        return all;
    }

    @Override
    public WebhookNotification create(NewNotification wanted) {
        Map<String, Object> webhook = Map.of(
                "endpoint",
                wanted.endpoint().toString(),
                "timeout",
                wanted.timeout().toMillis(),
                "retries",
                wanted.retries(),
                "secret",
                wanted.secretName());
        // Slack is there and empty, as Semaphore's own client sends it
        Map<String, Object> targets = Map.of("slack", Map.of(), "webhook", webhook);
        Map<String, Object> filter = Map.of("projects", List.of(WebhookNotification.EVERYTHING));
        Map<String, Object> rule = Map.of("name", wanted.name(), "filter", filter, "notify", targets);
        Map<String, Object> body =
                Map.of("metadata", Map.of("name", wanted.name()), "spec", Map.of("rules", List.of(rule)));
        return apiCaller.act("notifications.create", () -> api.create(body).toNotification());
    }

    /** The calls about notifications. */
    interface NotificationsApi {
        @RequestLine("GET /api/v1alpha/notifications")
        WireNotification.Listed list(@QueryMap Map<String, Object> query);

        @RequestLine("POST /api/v1alpha/notifications")
        @Headers("Content-Type: application/json")
        WireNotification create(Map<String, Object> body);
    }
}
