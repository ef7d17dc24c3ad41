package dev.signalman.port;

import dev.signalman.card.Field;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the bot's own pages do: on them people add a passkey, or submit a form with theirs. An address alone proves
 * nothing.
 */
public interface PasskeyPages {
    /** The origin of the pages, as browsers write it; empty where there are none. */
    Optional<String> origin();

    /**
     * What a page shows, with a new challenge.
     *
     * @param address the secret part of the page's address
     * @throws PageRefusedException when there is nothing to show
     */
    Shown open(String address);

    /**
     * Takes in what a page submits: verifies the passkey's answer to the page's challenge and spends it, and then records
     * the line.
     *
     * @param credential the browser's answer, as WebAuthn's JSON
     * @param values of the form's fields, by name
     * @return what came of it, in whole sentences
     * @throws PageRefusedException when it was not taken in
     * @throws dev.signalman.dispatch.InvalidFormException when a field is invalid
     * @throws dev.signalman.dispatch.IntakeFailedException when the database does not answer; the same may be submitted
     *     again
     */
    String submit(String address, String credential, Map<String, List<String>> values);

    /**
     * What a page shows.
     *
     * @param words what is confirmed; may be empty
     * @param warning may be empty
     * @param adds whether a passkey is added, not used
     * @param options for the browser's call, as WebAuthn's JSON
     */
    record Shown(
            String title,
            String submit,
            String words,
            String warning,
            List<Field> fields,
            boolean adds,
            String options) {
        /** Keeps its own copy. */
        public Shown {
            fields = List.copyOf(fields);
        }
    }

    /** A page does not do it; nothing was counted. */
    final class PageRefusedException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final boolean again;

        /**
         * Says why.
         *
         * @param sentences for the person
         * @param again whether they may try again on the same page
         */
        public PageRefusedException(String sentences, boolean again) {
            super(sentences, null, false, false);
            this.again = again;
        }

        /** Whether they may try again on the same page. */
        public boolean again() {
            return again;
        }
    }
}
