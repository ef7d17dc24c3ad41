package dev.signalman.harness;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The Slack app's manifest: manifest.yml, or manifest.socket.yml for Socket Mode. */
public record Manifest(JsonNode content) {
    public static Manifest of(SlackTransport transport) {
        try {
            var file = transport == SlackTransport.SOCKET ? "manifest.socket.yml" : "manifest.yml";
            var yaml = new Yaml(new SafeConstructor(new LoaderOptions()));
            Object root = yaml.load(Files.readString(Path.of(file)));
            return new Manifest(JsonMapper.builder().build().valueToTree(root));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Whether it has an address for looking up options. */
    public boolean saysWhereToAskForOptions() {
        return content.path("settings").path("interactivity").has("message_menu_options_url");
    }

    /** The bot token's scopes. */
    public Set<String> scopes() {
        var scopes = new TreeSet<String>();
        content.path("oauth_config").path("scopes").path("bot").forEach(each -> scopes.add(each.asText()));
        return scopes;
    }
}
