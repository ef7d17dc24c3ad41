package dev.signalman.feature.agenttokens;

import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The URL that agents are given for MCP; empty where the configuration has no {@code public_url}. */
record McpServerUrl(Optional<URI> value) {
    static McpServerUrl at(@Nullable URI publicUrl) {
        return new McpServerUrl(Optional.ofNullable(publicUrl)
                .map(url -> URI.create(url.toString().replaceFirst("/*$", "/mcp"))));
    }
}
