package dev.signalman.semaphore.http;

import static dev.signalman.semaphore.http.WireMapping.list;
import static dev.signalman.semaphore.http.WireMapping.needed;
import static dev.signalman.semaphore.http.WireMapping.some;
import static dev.signalman.semaphore.http.WireMapping.text;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signalman.domain.Page;
import dev.signalman.domain.SelfHostedAgent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A self-hosted agent in the API's JSON. */
record WireAgent(@Nullable Metadata metadata, @Nullable Status status) {
    record Metadata(
            @Nullable String name,
            @Nullable String hostname,
            @Nullable String version,
            @Nullable JsonNode connectedAt,
            @Nullable JsonNode disabledAt) {}

    record Status(@Nullable String state) {}

    record Listed(
            @Nullable List<@Nullable WireAgent> agents,
            @Nullable String cursor) {
        Page<SelfHostedAgent> toPage() {
            return new Page<>(
                    list(needed(agents, "agents")).stream()
                            .map(WireAgent::toAgent)
                            .toList(),
                    some(cursor));
        }
    }

    SelfHostedAgent toAgent() {
        var named = needed(metadata, "metadata");
        return new SelfHostedAgent(
                text(named.name()),
                text(named.hostname()),
                text(named.version()),
                WireMapping.word(status == null ? null : status.state(), SelfHostedAgent.State.UNKNOWN),
                WireTime.read(named.connectedAt()),
                WireTime.read(named.disabledAt()));
    }
}
