package dev.signalman.semaphore.http;

import dev.signalman.domain.Page;
import dev.signalman.domain.Promotion;
import dev.signalman.semaphore.Promotions;
import dev.signalman.semaphore.SemaphoreException;
import dev.signalman.semaphore.SemaphoreException.Kind;
import feign.Headers;
import feign.QueryMap;
import feign.RequestLine;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Promotions over HTTP. */
final class FeignPromotions implements Promotions {
    /** Fields of the request. Parameters are in the same object, so none may have these names. */
    private static final Set<String> RESERVED =
            Set.of("switch_id", "name", "user_id", "override", RequestToken.NAME, "pipeline_id");

    private final PromotionsApi api;
    /** Largest page size. The default is ten, and more than this is an error (docs/semaphore.md, "Pages"). */
    private static final int LARGEST_PAGE = 99;

    private final ApiCaller apiCaller;

    FeignPromotions(PromotionsApi api, ApiCaller apiCaller) {
        this.api = api;
        this.apiCaller = apiCaller;
    }

    @Override
    public Page<Promotion> list(String pipelineId, @Nullable String name, @Nullable String page) {
        var asked = PageNumber.asked(page);
        var query = new QueryParameters()
                .with("pipeline_id", pipelineId)
                .with("name", name)
                .with("page_size", LARGEST_PAGE)
                .page(asked)
                .parameters();
        return apiCaller.read("promotions.list", () -> api.list(query).page(asked, WirePromotion::toPromotion));
    }

    @Override
    public void trigger(
            String pipelineId, String name, boolean override, Map<String, String> parameters, String requestToken) {
        parameters.keySet().forEach(FeignPromotions::checkParameter);
        var body = new LinkedHashMap<String, Object>(parameters);
        body.put("pipeline_id", pipelineId);
        body.put("name", name);
        body.put("override", override);
        body.put(RequestToken.NAME, RequestToken.checked(requestToken));
        apiCaller.act("promotions.trigger", () -> api.trigger(body));
    }

    private static void checkParameter(String name) {
        if (name.isBlank() || RESERVED.contains(name)) {
            throw new SemaphoreException(
                    Kind.REFUSED, "A promotion's parameter can't be called \"" + name + "\"", false);
        }
    }

    /** The calls about promotions. */
    interface PromotionsApi {
        @RequestLine("GET /api/v1alpha/promotions")
        ListResponse<WirePromotion> list(@QueryMap Map<String, Object> query);

        @RequestLine("POST /api/v1alpha/promotions")
        @Headers("Content-Type: application/json")
        void trigger(Map<String, Object> body);
    }
}
