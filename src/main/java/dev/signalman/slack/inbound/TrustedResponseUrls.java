package dev.signalman.slack.inbound;

import dev.signalman.slack.outbound.ResponseUrlAllowlist;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets pass the response_urls of payloads that may be used. */
final class TrustedResponseUrls {
    private static final Logger LOG = LoggerFactory.getLogger(TrustedResponseUrls.class);

    private final ResponseUrlAllowlist rule;

    TrustedResponseUrls(ResponseUrlAllowlist rule) {
        this.rule = rule;
    }

    @Nullable
    String trusted(@Nullable String url) {
        if (url == null || url.isEmpty()) {
            return null;
        }
        if (!rule.trusts(url)) {
            LOG.warn("A response_url that is not Slack's was dropped");
            return null;
        }
        return url;
    }
}
