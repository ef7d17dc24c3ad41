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

/** The description of the Slack app that people install: manifest.yml. */
public final class Manifest {
    private Manifest() {}

    /** All of it. */
    public static JsonNode read() {
        try {
            var yaml = new Yaml(new SafeConstructor(new LoaderOptions()));
            Object root = yaml.load(Files.readString(Path.of("manifest.yml")));
            return JsonMapper.builder().build().valueToTree(root);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** What the bot's token may do. */
    public static Set<String> scopes() {
        var scopes = new TreeSet<String>();
        read().path("oauth_config").path("scopes").path("bot").forEach(each -> scopes.add(each.asText()));
        return scopes;
    }
}
