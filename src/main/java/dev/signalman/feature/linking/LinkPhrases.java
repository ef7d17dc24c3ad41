package dev.signalman.feature.linking;

/** Phrases about linked tokens. */
final class LinkPhrases {
    static final String OWN = "with their own token";
    static final String AS_NONE = "with Signalman's token (none linked)";
    static final String AS_LOST = "with Signalman's token (theirs can no longer be decrypted)";
    static final String AS_REFUSED = "with Signalman's token (Semaphore rejected theirs)";
    static final String AS_OFF = "with Signalman's token (linking is turned off)";

    static final String NONE = "This needs your own Semaphore token. Link it with /semaphore link, then try again.";
    static final String LOST =
            "This needs your own Semaphore token, but the encryption key changed and yours was deleted. "
                    + "Link it again with /semaphore link, then try again.";
    static final String REFUSED =
            "Semaphore no longer accepts your linked token, so it was deleted. Link a new one with "
                    + "/semaphore link, then try again.";
    static final String GONE_MEANWHILE =
            "The Semaphore token that this started with is no longer linked. Link yours with /semaphore "
                    + "link, then try again.";
    static final String TURN_ON =
            "Ask your Signalman admin to set SIGNALMAN_ENCRYPTION_KEY (32 random bytes in base64) " + "and restart.";
    static final String OFF = "Linking Semaphore tokens is turned off. Ask your Signalman admin to set "
            + "SIGNALMAN_ENCRYPTION_KEY (32 random bytes in base64) and restart.";

    private LinkPhrases() {}

    static String linked(int projects) {
        var sees = projects == 0
                ? "It doesn't see any projects yet. Ask to be added to one in Semaphore."
                : "It sees " + (projects == 1 ? "1 project." : projects + " projects.");
        return "Your Semaphore token is linked. " + sees
                + " Promotions that require it now run as you. To delete it, use /semaphore unlink.";
    }
}
