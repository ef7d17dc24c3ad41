package dev.signalman.app.config;

import dev.signalman.command.Grammar;
import dev.signalman.command.Verb;
import dev.signalman.feature.access.AccessRules;
import dev.signalman.ruling.Policies;
import dev.signalman.subject.ProjectSettings;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the sections projects, access and promotions. */
final class ConfigFileSections {
    private static final Set<String> SECRETS = Set.of(
            "slack_bot_token",
            "slack_signing_secret",
            "slack_app_token",
            "semaphore_api_token",
            "semaphore_webhook_secret",
            "database_url",
            "encryption_key",
            "old_encryption_keys");
    private static final Set<String> KEYS = Set.of(
            "projects",
            "access",
            "promotions",
            "unnamed",
            "deploys_as",
            "subscriptions",
            "poll_interval",
            "port",
            "admin_port",
            "admin_address",
            "semaphore_url",
            "slack_api_url",
            "public_url");

    private final @Nullable FileMapping file;
    private final Grammar grammar;

    ConfigFileSections(@Nullable FileMapping file, Grammar grammar) {
        this.file = file;
        this.grammar = grammar;
        if (file != null) {
            refuseUnknown(file);
        }
    }

    private static void refuseUnknown(FileMapping file) {
        for (var key : file.keys()) {
            if (SECRETS.contains(key)) {
                file.fault(key, "is a secret; remove it from the file and set it in the environment");
            } else if (!KEYS.contains(key)) {
                file.unknown(key, KEYS);
            }
        }
    }

    ProjectSettings projects() {
        Map<String, ProjectSettings.Setting> byName = new LinkedHashMap<>();
        for (var entry : entries("projects")) {
            entry.allow(Set.of("name", "default_branch", "promotions"));
            var name = entry.requiredText("name");
            var setting = new ProjectSettings.Setting(entry.text("default_branch"), orNone(entry.texts("promotions")));
            if (byName.put(name, setting) != null) {
                entry.fault("name", "names " + name + " twice; keep one entry per project");
            }
        }
        return new ProjectSettings(byName);
    }

    AccessRules access() {
        var section = file == null ? null : file.mapping("access");
        if (section == null) {
            return AccessRules.NONE;
        }
        Map<String, List<String>> byVerb = new HashMap<>();
        for (var verb : section.keys()) {
            var who = orNone(section.texts(verb));
            who.stream()
                    .filter(id -> !id.matches("[SUW][A-Z0-9]{2,}|everyone"))
                    .forEach(id -> section.fault(
                            verb,
                            "\"" + id
                                    + "\" isn't a Slack id; use a user group (S…), a person (U… or W…), or everyone"));
            if (who.isEmpty()) {
                section.fault(verb, "is empty, so nobody could do it; list someone, or remove it");
            }
            if (byVerb.put(canonical(verb), who) != null) {
                section.fault(verb, "is another name of " + canonical(verb) + "; keep one of them");
            }
        }
        AccessKeywords.unknown(byVerb.keySet(), grammar)
                .forEach(word -> section.fault(word, "isn't a command; " + AccessKeywords.known(grammar)));
        return new AccessRules(byVerb);
    }

    /** The words of the verb that a key names by an alias; else the key. */
    private String canonical(String key) {
        return grammar.verb(key).map(Verb::words).orElse(key);
    }

    /**
     * Reads the section promotions.
     *
     * @param keyed whether people can link their own tokens
     */
    Policies promotions(boolean keyed) {
        return PolicySection.read(file, keyed);
    }

    private List<FileMapping> entries(String section) {
        return file == null ? List.of() : file.mappings(section);
    }

    private static List<String> orNone(@Nullable List<String> texts) {
        return texts == null ? List.of() : texts;
    }
}
