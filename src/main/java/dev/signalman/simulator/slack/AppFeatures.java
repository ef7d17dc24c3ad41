package dev.signalman.simulator.slack;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * What an app adds to people's screens beside its commands.
 *
 * @param shortcuts what the menu of a message offers: names by {@code callback_id}
 * @param unfurlDomains of whose links the app is told; their subdomains too
 * @param asksForOptions whether Slack knows where to ask what can be chosen in a menu that looks up; over a socket it always does
 */
public record AppFeatures(Map<String, String> shortcuts, Set<String> unfurlDomains, boolean asksForOptions) {
    /** Signalman's, and the links of one Semaphore organisation. */
    public static final AppFeatures USUAL =
            new AppFeatures(Map.of("act_on_pipeline", "Act on this pipeline"), Set.of("acme.semaphoreci.com"), true);

    /** Keeps its own copies, the shortcuts in order. */
    public AppFeatures {
        shortcuts = Collections.unmodifiableMap(new LinkedHashMap<>(shortcuts));
        unfurlDomains = Set.copyOf(unfurlDomains);
    }

    /** The same with the links of one other domain. */
    public AppFeatures unfurling(String domain) {
        return new AppFeatures(shortcuts, Set.of(domain), asksForOptions);
    }

    /** The same where Slack does, or does not, know where to ask for options. */
    public AppFeatures askingForOptions(boolean asksForOptions) {
        return new AppFeatures(shortcuts, unfurlDomains, asksForOptions);
    }

    /** Whether the app is told of links to a host. */
    boolean unfurls(String host) {
        return unfurlDomains.stream().anyMatch(domain -> host.equals(domain) || host.endsWith("." + domain));
    }
}
