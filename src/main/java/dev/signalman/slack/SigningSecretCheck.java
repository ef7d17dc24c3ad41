package dev.signalman.slack;

import dev.signalman.checkup.Check;
import dev.signalman.checkup.CheckContext;
import dev.signalman.checkup.CheckResult;
import jakarta.inject.Inject;
import java.util.List;

/**
 * Checks the format of the signing secret. Slack has no call that verifies it; a wrong secret shows only when Slack
 * calls.
 */
public final class SigningSecretCheck implements Check {
    private static final String SECRET = "Slack's signing secret";

    private final SlackSettings settings;

    @Inject
    SigningSecretCheck(SlackSettings settings) {
        this.settings = settings;
    }

    @Override
    public String about() {
        return SECRET;
    }

    @Override
    public List<CheckResult> look(CheckContext checkContext) {
        var secret = settings.signingSecret();
        if (secret == null) {
            return List.of();
        }
        return List.of(
                secret.matches("[0-9a-f]{32}")
                        ? CheckResult.fine(SECRET, "Well-formed.")
                        : CheckResult.worthALook(
                                SECRET,
                                "It doesn't look like one: Slack's are 32 lower-case hexadecimal digits.",
                                "Copy the Signing Secret from Basic Information into SLACK_SIGNING_SECRET, not the Client "
                                        + "Secret or the Verification Token."));
    }
}
