package dev.signalman.semaphore.http;

import feign.Headers;
import feign.QueryMap;
import feign.RequestLine;
import java.util.Map;

/** API calls for promotions. */
interface PromotionsApi {
    @RequestLine("GET /api/v1alpha/promotions")
    ListResponse<WirePromotion> list(@QueryMap Map<String, Object> query);

    @RequestLine("POST /api/v1alpha/promotions")
    @Headers("Content-Type: application/json")
    void trigger(Map<String, Object> body);
}
