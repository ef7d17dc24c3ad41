package dev.signalman.semaphore.http;

import static dev.signalman.semaphore.http.WireMapping.list;
import static dev.signalman.semaphore.http.WireMapping.needed;
import static dev.signalman.semaphore.http.WireMapping.text;

import dev.signalman.domain.OrganizationSecret;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A secret in the API's JSON. Values are empty unless {@code content_included}. */
record WireSecret(
        @Nullable Metadata metadata,
        @Nullable Data data,
        @Nullable OrgConfig orgConfig) {
    record Metadata(@Nullable String name, @Nullable Boolean contentIncluded) {}

    record Data(@Nullable List<@Nullable Variable> envVars) {}

    /** A variable, whose value is printed nowhere. */
    record Variable(@Nullable String name, @Nullable String value) {
        @Override
        public String toString() {
            return "Variable[" + name + "]";
        }
    }

    record OrgConfig(@Nullable String projectsAccess) {}

    OrganizationSecret toSecret() {
        var named = needed(metadata, "metadata");
        return new OrganizationSecret(
                needed(named.name(), "metadata.name"),
                Boolean.TRUE.equals(named.contentIncluded()) ? variables() : null,
                orgConfig != null && "NONE".equals(orgConfig.projectsAccess()));
    }

    private Map<String, String> variables() {
        var variables = new HashMap<String, String>();
        list(data == null ? null : data.envVars())
                .forEach(each -> variables.put(text(each.name()), text(each.value())));
        return variables;
    }
}
