package dev.signalman.feature.linking;

/** Phrases about linked tokens. */
final class LinkPhrases {
    static final String OWN = "with their own token";
    static final String AS_NONE = "with my token, as they have linked none";
    static final String AS_LOST = "with my token, as theirs could not be decrypted any more";
    static final String AS_REFUSED = "with my token, as Semaphore refused theirs and I forgot it";
    static final String AS_OFF = "with my token, as nobody can link theirs here";

    static final String NONE =
            "This goes with your own Semaphore token, and you have linked none. Say link, and do it again.";
    static final String LOST =
            "This goes with your own Semaphore token, and I cannot decrypt yours any more: my key was changed. I have "
                    + "forgotten it. Say link, and do it again.";
    static final String REFUSED =
            "Semaphore does not accept your own token any more, so I have forgotten it. Say link with a new one, "
                    + "and do it again.";
    static final String GONE_MEANWHILE =
            "Your own Semaphore token, with which I began this, is not linked any more, and with another "
                    + "one I do not go on. Say link, and do it again.";
    static final String OFF =
            "People's own Semaphore tokens cannot be linked here. Whoever runs me must set SIGNALMAN_ENCRYPTION_KEY to "
                    + "32 random bytes in base64 and start me again.";

    private LinkPhrases() {}

    static String linked(int projects) {
        var sees = projects == 0
                ? "It sees no project yet: have somebody add you to one in Semaphore."
                : "It sees " + (projects == 1 ? "one project." : projects + " projects.");
        return "Your Semaphore token is linked. " + sees
                + " Promotions whose rule says so go under your own name from now on. Nobody is "
                + "shown it again; say unlink to have it deleted.";
    }
}
