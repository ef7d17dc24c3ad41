package dev.signalman.simulator.slack;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * UI features of an app besides commands.
 *
 * @param shortcuts message shortcuts: names by {@code callback_id}
 * @param unfurlDomains domains whose links Slack reports, with subdomains
 * @param asksForOptions whether Slack has an address for looking up options; over a socket it always has
 */
public record AppFeatures(Map<String, String> shortcuts, Set<String> unfurlDomains, boolean asksForOptions) {
    /** Signalman's features, and the links of one Semaphore organization. */
    public static final AppFeatures USUAL =
            new AppFeatures(Map.of("act_on_pipeline", "Act on this pipeline"), Set.of("acme.semaphoreci.com"), true);

    /** Copies the collections, the shortcuts in order. */
    public AppFeatures {
        shortcuts = Collections.unmodifiableMap(new LinkedHashMap<>(shortcuts));
        unfurlDomains = Set.copyOf(unfurlDomains);
    }

    /** Sets the only domain whose links Slack reports. */
    public AppFeatures unfurling(String domain) {
        return new AppFeatures(shortcuts, Set.of(domain), asksForOptions);
    }

    /** Sets whether Slack has an address for looking up options. */
    public AppFeatures askingForOptions(boolean asksForOptions) {
        return new AppFeatures(shortcuts, unfurlDomains, asksForOptions);
    }

    /** Whether Slack reports links to a host. */
    boolean unfurls(String host) {
        return unfurlDomains.stream().anyMatch(domain -> host.equals(domain) || host.endsWith("." + domain));
    }
}
