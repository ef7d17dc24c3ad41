package dev.signalman.semaphore.http;

import dev.signalman.domain.OrganizationSecret;
import dev.signalman.semaphore.OrganizationSecrets;
import dev.signalman.semaphore.SemaphoreException;
import dev.signalman.semaphore.SemaphoreException.Kind;
import feign.Headers;
import feign.Param;
import feign.RequestLine;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Secrets over HTTP. */
final class FeignOrganizationSecrets implements OrganizationSecrets {
    private final SecretsApi api;
    private final ApiCaller apiCaller;

    FeignOrganizationSecrets(SecretsApi api, ApiCaller apiCaller) {
        this.api = api;
        this.apiCaller = apiCaller;
    }

    @Override
    public Optional<OrganizationSecret> find(String name) {
        var part = PathSegment.of(name);
        try {
            return Optional.of(
                    apiCaller.read("secrets.describe", () -> api.describe(part).toSecret()));
        } catch (SemaphoreException failed) {
            if (failed.kind() == Kind.NOT_FOUND) {
                return Optional.empty();
            }
            throw failed;
        }
    }

    /** What may use it is dropped without a word where the account may not decide that (docs/semaphore.md, "Secrets"). */
    @Override
    public OrganizationSecret create(String name, String variable, String value) {
        Map<String, Object> body = Map.of(
                "metadata", Map.of("name", name),
                "data", Map.of("env_vars", List.of(Map.of("name", variable, "value", value))),
                "org_config",
                        Map.of(
                                "projects_access", "NONE",
                                "debug_access", "JOB_DEBUG_NO",
                                "attach_access", "JOB_ATTACH_NO"));
        try {
            return apiCaller.act("secrets.create", () -> api.create(body).toSecret());
        } catch (SemaphoreException failed) {
            throw without(value, failed);
        }
    }

    /** Removes the value, in case the answer echoes it. The cause is left out for the same reason. */
    private static SemaphoreException without(String value, SemaphoreException failed) {
        return new SemaphoreException(failed.kind(), failed.words().replace(value, "…"), failed.mayHaveActed());
    }

    /** The calls about secrets. */
    interface SecretsApi {
        @RequestLine("GET /api/v1beta/secrets/{name}")
        WireSecret describe(@Param("name") String name);

        @RequestLine("POST /api/v1beta/secrets")
        @Headers("Content-Type: application/json")
        WireSecret create(Map<String, Object> body);
    }
}
