package dev.signalman.port;

import dev.signalman.card.Field;
import dev.signalman.dispatch.FormSubmission;
import dev.signalman.dispatch.Invocation;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * People's second factors: proof of a person that a stolen Slack session does not have. A code is verified and spent
 * while its form is open, and is part of no command line; what stays is that a factor stands behind the line.
 */
public interface SecondFactors {
    /** Six digits, and what people put between them. */
    int LONGEST_CODE = 12;

    /** What is known of a person's factor. */
    KnownFactor of(String userId);

    /**
     * Verifies a code and spends it. Each code is accepted once, whatever it is for; the same submission of the same
     * form may repeat it.
     *
     * @param field the form's field that holds the code
     * @param line the complete line that the submission becomes, for which alone the code counts
     * @throws dev.signalman.dispatch.InvalidFormException when the code is not accepted
     */
    void prove(FormSubmission filled, String field, String line);

    /** The field of a form in which a person enters a code. */
    static Field code(String name) {
        return new Field.Secret(
                name, "Code from your authenticator app", "Six digits. Each code counts once.", LONGEST_CODE);
    }

    /** The id of the factor whose code was given with this invocation, in a form; empty for none. */
    Optional<String> usedFor(Invocation invocation);

    /**
     * A person's factor.
     *
     * @param id another one each time that somebody sets one up; empty if they have none, or it cannot be used
     * @param countsAt when it counts without anybody's word
     * @param vouchers ids of the people who confirmed that it belongs to its owner
     * @param off whether nobody's factor can be used, since there is no encryption key
     */
    record KnownFactor(String id, Instant countsAt, Set<String> vouchers, boolean off) {
        /** There is none. */
        public static final KnownFactor NONE = new KnownFactor("", Instant.MAX, Set.of(), false);

        /** Nobody's factor can be used. */
        public static final KnownFactor OFF = new KnownFactor("", Instant.MAX, Set.of(), true);

        /** Keeps its own copy. */
        public KnownFactor {
            vouchers = Set.copyOf(vouchers);
        }

        /** Whether the person has one that can be used. */
        public boolean exists() {
            return !id.isEmpty();
        }
    }
}
