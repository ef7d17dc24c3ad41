package dev.signalman.slack.outbound;

import java.net.URI;

/** Whether an address is this machine, by its spelling; no name is looked up. */
final class Loopback {
    private Loopback() {}

    static boolean is(URI uri) {
        var host = String.valueOf(uri.getHost());
        return host.equalsIgnoreCase("localhost") || host.equals("[::1]") || host.matches("127(\\.\\d{1,3}){3}");
    }
}
