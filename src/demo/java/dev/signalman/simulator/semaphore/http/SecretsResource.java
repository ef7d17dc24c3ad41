package dev.signalman.simulator.semaphore.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalman.simulator.semaphore.Organization;
import dev.signalman.simulator.semaphore.SemaphoreRefusal;
import dev.signalman.simulator.semaphore.StoredSecret;
import dev.signalman.web.Reply;
import java.util.LinkedHashMap;

/** {@code /api/v1beta/secrets}: reading a secret needs the right to manage them, and gives values to few organizations. */
final class SecretsResource implements ApiResource {
    private static final int INVALID_ARGUMENT = 3;
    private static final int NOT_FOUND = 5;
    private static final int PERMISSION_DENIED = 7;

    private final Organization organization;

    SecretsResource(Organization organization) {
        this.organization = organization;
    }

    @Override
    public Reply answer(AuthenticatedCall call) {
        if (call.is("POST", 1)) {
            return create(call);
        }
        if (call.is("GET", 2)) {
            var name = call.path().get(1);
            return organization
                    .secrets()
                    .named(name)
                    .filter(each -> call.user().managesSecrets())
                    .map(each -> SemaphoreResponses.typed(200, wire(each)))
                    .orElseGet(() -> SemaphoreResponses.grpc(404, NOT_FOUND, "Secret " + name + " not found"));
        }
        return SemaphoreResponses.grpc(404, NOT_FOUND, "Not Found");
    }

    private Reply create(AuthenticatedCall call) {
        if (!call.user().managesSecrets()) {
            return SemaphoreResponses.grpc(403, PERMISSION_DENIED, "You are not authorized to create secrets");
        }
        var metadata = call.parameters().raw("metadata");
        var data = call.parameters().raw("data");
        var config = call.parameters().raw("org_config");
        var variables = new LinkedHashMap<String, String>();
        if (data != null) {
            data.path("env_vars")
                    .forEach(each -> variables.put(
                            each.path("name").asText(), each.path("value").asText()));
        }
        // what may use it is dropped without a word where it may not be said
        var closed = config != null
                && organization.settings().hasSecretPolicies()
                && call.user().managesSecretPolicies()
                && config.path("projects_access").asText().equals("NONE");
        try {
            var name = metadata == null ? "" : metadata.path("name").asText();
            var made = organization.secrets().add(organization.newId(), name, variables, closed, call.now());
            return SemaphoreResponses.typed(200, wire(made));
        } catch (SemaphoreRefusal refusal) {
            return SemaphoreResponses.grpc(400, INVALID_ARGUMENT, refusal.reason());
        }
    }

    private ObjectNode wire(StoredSecret secret) {
        var seconds = Long.toString(secret.createdAt().getEpochSecond());
        boolean exposed = organization.settings().exposesSecrets();
        var wire = SemaphoreResponses.object();
        wire.putObject("metadata")
                .put("name", secret.name())
                .put("id", secret.id())
                .put("create_time", seconds)
                .put("update_time", seconds)
                .put("checkout_at", "0")
                .put("content_included", exposed);
        var data = wire.putObject("data");
        var variables = data.putArray("env_vars");
        secret.variables()
                .forEach(
                        (name, value) -> variables.addObject().put("name", name).put("value", exposed ? value : ""));
        data.putArray("files");
        if (organization.settings().hasSecretPolicies()) {
            wire.putObject("org_config")
                    .put("projects_access", secret.closedToJobs() ? "NONE" : "ALL")
                    .put("debug_access", "JOB_DEBUG_YES")
                    .put("attach_access", "JOB_ATTACH_YES")
                    .putArray("project_ids");
        } else {
            wire.putNull("org_config");
        }
        return wire;
    }
}
