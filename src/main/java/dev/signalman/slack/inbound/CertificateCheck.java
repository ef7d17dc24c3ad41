package dev.signalman.slack.inbound;

import dev.signalman.web.HttpCall;

/**
 * Slack's look at our certificate: a POST with {@code ssl_check=1} and the old verification token, which carries no signature (docs/slack.md,
 * "Signatures"). It is answered and never handed on, so that nobody can bring a command past the signature with it.
 */
final class CertificateCheck {
    private static final int LONGEST = 200;

    private CertificateCheck() {}

    static boolean is(HttpCall call) {
        return call.header("x-slack-signature") == null
                && call.body().length <= LONGEST
                && call.text().matches("(?:token=\\w*&)?ssl_check=1(?:&token=\\w*)?");
    }
}
