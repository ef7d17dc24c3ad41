package dev.signalman.port;

import dev.signalman.card.Field;
import dev.signalman.card.Form;
import dev.signalman.command.Factor;
import dev.signalman.dispatch.FormSubmission;
import dev.signalman.dispatch.Invocation;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * People's second factors: proof of a person that a stolen Slack session does not have. A code or a passkey is verified
 * and spent before its line is taken in, and is part of no command line; what stays is that a factor stands behind the
 * line.
 */
public interface SecondFactors {
    /** Six digits, and what people put between them. */
    int LONGEST_CODE = 12;

    /** What is known of a person's factors: at most one of each kind, and only those that can be used. */
    List<KnownFactor> of(String userId);

    /** Whether nobody's factor can be used, since there is no encryption key. */
    boolean off();

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

    /**
     * A link to a page on which the asker submits the form of this invocation with their passkey. It is for them, this
     * line and a short time.
     *
     * @return empty where the bot has no pages
     */
    Optional<Form.Link> page(Invocation asked);

    /** The id of the factor that was given with this invocation, in a form or on a page; empty for none. */
    Optional<String> usedFor(Invocation invocation);

    /**
     * A person's factor.
     *
     * @param id another one each time that somebody sets one up
     * @param countsAt when it counts without anybody's word
     * @param vouchers ids of the people who confirmed that it belongs to its owner
     */
    record KnownFactor(String id, Factor.Kind kind, Instant countsAt, Set<String> vouchers) {
        /** Keeps its own copy. */
        public KnownFactor {
            vouchers = Set.copyOf(vouchers);
        }
    }
}
