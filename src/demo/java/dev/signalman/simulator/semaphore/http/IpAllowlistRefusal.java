package dev.signalman.simulator.semaphore.http;

/** Semaphore's answer to addresses outside the organization's IP allowlist: docs/semaphore.md. */
final class IpAllowlistRefusal {
    private IpAllowlistRefusal() {}

    static String refusal(String address) {
        return "  You cannot access this organization from your current IP address (" + address
                + ") due to the security settings enabled by the organization administrator.\n"
                + "  Please contact the organization owner/administrator if you think this is a mistake"
                + " or reach out to our support team.\n";
    }
}
