package dev.signalman.feature.factor;

/** An authenticator's answer proves nothing. */
final class PasskeyRejectedException extends Exception {
    private static final long serialVersionUID = 1L;

    /** What was wrong. */
    enum Reason {
        OTHER_PASSKEY(
                "another passkey was used",
                "This isn't the passkey that you added to Signalman. Nothing was counted. Use that one."),
        NOT_VERIFIED(
                "the device did not check that it was its owner",
                "Your device didn't check that it's you, with a PIN, a fingerprint or your face. Nothing was counted. "
                        + "Turn that on and try again."),
        COPIED(
                "the passkey's counter went back, as a copy's would",
                "This passkey's counter went back, so there may be a copy of it. Nothing was counted. Replace it with "
                        + "/semaphore factor passkey, and tell your Signalman admin."),
        ELSEWHERE(
                "the passkey was requested by another website",
                "The passkey was requested by another website than Signalman's. Nothing was counted. Open the page from "
                        + "Slack again."),
        OTHER_CHALLENGE(
                "the answer belongs to another page",
                "This answer belongs to another page, or to an earlier try. Nothing was counted. Try again."),
        WRONG("the answer is wrong", "Your passkey's answer is wrong. Nothing was counted. Try again.");

        private final String noted;
        private final String told;

        Reason(String noted, String told) {
            this.noted = noted;
            this.told = told;
        }

        /** For the ledger. */
        String noted() {
            return noted;
        }

        /** For the person on the page. */
        String told() {
            return told;
        }
    }

    private final Reason reason;

    PasskeyRejectedException(Reason reason, Throwable cause) {
        super(reason.noted(), cause);
        this.reason = reason;
    }

    Reason reason() {
        return reason;
    }
}
