package dev.signalman.app.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Compares two configurations by the keys of the file. */
final class ConfigurationDiff {
    private ConfigurationDiff() {}

    /**
     * The sections that differ, with their sizes before and after: a section that was cut off by mistake shows in its
     * size.
     */
    static List<String> between(Configuration before, Configuration after) {
        Map<String, Function<Configuration, Object>> sections = new LinkedHashMap<>();
        sections.put("projects", Configuration::projects);
        sections.put("access", Configuration::access);
        sections.put("promotions", Configuration::promotions);
        sections.put("subscriptions", Configuration::subscriptions);
        return differing(sections, before, after).stream()
                .map(key -> key + " (" + size(key, after) + ", previously " + size(key, before) + ")")
                .toList();
    }

    /** The single values that differ. A change to them needs a restart. */
    static List<String> waiting(Configuration before, Configuration read) {
        Map<String, Function<Configuration, Object>> values = new LinkedHashMap<>();
        values.put("port", Configuration::port);
        values.put("admin_port and admin_address", each -> Optional.ofNullable(each.admin()));
        values.put("slack_api_url", each -> each.slack().apiUrl());
        values.put("semaphore_url", Configuration::semaphore);
        values.put("public_url", each -> Optional.ofNullable(each.publicUrl()));
        values.put("poll_interval", Configuration::pollInterval);
        return differing(values, before, read);
    }

    private static List<String> differing(
            Map<String, Function<Configuration, Object>> parts, Configuration one, Configuration other) {
        return parts.entrySet().stream()
                .filter(part ->
                        !part.getValue().apply(one).equals(part.getValue().apply(other)))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static int size(String section, Configuration of) {
        return switch (section) {
            case "projects" -> of.projects().byName().size();
            case "access" -> of.access().byVerb().size();
            case "promotions" -> of.promotions().all().size();
            default -> of.subscriptions().all().size();
        };
    }
}
