package dev.signalman.dispatch;

import dev.signalman.card.Button;
import dev.signalman.card.Card;
import dev.signalman.card.CardActions;
import dev.signalman.card.RefusalCard;
import dev.signalman.card.Symbol;
import dev.signalman.card.Text;
import dev.signalman.card.TextCard;
import dev.signalman.chat.MessengerException;
import dev.signalman.command.Refusal;
import dev.signalman.command.Suggestion;
import dev.signalman.semaphore.SemaphoreException;
import jakarta.inject.Inject;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the cards of all failures: refusals, failures of Semaphore or Slack, and bugs. */
public final class FailureCards {
    private static final Logger LOG = LoggerFactory.getLogger(FailureCards.class);

    private final IdGenerator idGenerator;

    @Inject
    FailureCards(IdGenerator idGenerator) {
        this.idGenerator = idGenerator;
    }

    /** The card of a failure: what went wrong, and what to do next. */
    public Card card(RuntimeException failure, Invocation invocation) {
        if (failure instanceof Refusal refusal) {
            return refused(refusal);
        }
        if (failure instanceof SemaphoreException semaphore) {
            return of(semaphore);
        }
        if (failure instanceof MessengerException slack) {
            return refused(silence(slack));
        }
        return bug(failure, invocation);
    }

    /** The card of a failure of Semaphore. */
    public static Card of(SemaphoreException failure) {
        return refused(words(failure));
    }

    /** A refusal; {@code sentences} are whole sentences. */
    public static Card refused(String sentences) {
        return new RefusalCard(sentences, CardActions.NONE, false);
    }

    /** The card of an act with an unknown result, which is not repeated. */
    public static Card unknown(String sentences) {
        var all =
                sentences + " I did not try again, since it may have happened: look in Semaphore before you repeat it.";
        return new TextCard(all, List.of(Text.empty().symbol(Symbol.WARNING).plain(all)), List.of(), CardActions.NONE);
    }

    /** What a failure of Slack means, in whole sentences. */
    public static String silence(MessengerException failure) {
        var what = "Slack did not tell me what I need to know (" + failure.getMessage() + "). ";
        return failure.kind().passing()
                ? what + "Try again in a while."
                : what + "Trying again will not help. Tell whoever runs me: the command \"doctor\" says what to mend.";
    }

    /** What a failure of Semaphore means, in whole sentences. */
    public static String words(SemaphoreException failure) {
        var said = failure.words();
        return switch (failure.kind()) {
            case NOT_FOUND ->
                "Semaphore finds no such thing, or does not let my token do this (" + said
                        + "). Check the id, and that the token's owner has the right role in the project.";
            case BAD_TOKEN -> "Semaphore refuses my token. Whoever runs me must set a valid SEMAPHORE_API_TOKEN.";
            case NOT_PERMITTED ->
                "My token is good, but Semaphore does not let its owner do this (" + said
                        + "). Give the owner the right role in the project.";
            case ADDRESS_NOT_ALLOWED ->
                "The organisation lets in only certain addresses, and mine is not among them. "
                        + "Add it to the organisation's list of allowed addresses.";
            case FEATURE_OFF ->
                "The organisation does not have this feature (" + said
                        + "). Whoever administers it can ask Semaphore for it.";
            case REFUSED -> "Semaphore refused: " + said;
            case LIMITED -> "Semaphore gets too many calls just now. Try again in a minute.";
            case BROKEN -> "Semaphore is in trouble (" + said + "). Try again in a while.";
            case UNREACHABLE -> "Semaphore could not be reached, or did not answer in time. Try again in a while.";
            case UNREADABLE ->
                "What answered does not talk like Semaphore (" + said
                        + "). Whoever runs me should check SEMAPHORE_URL.";
        };
    }

    private static Card refused(Refusal refusal) {
        List<Button> buttons = refusal.suggestions().stream()
                .map(suggestion -> Button.of(suggestion.label(), suggestion.command()))
                .toList();
        var meant = refusal.suggestions().stream().anyMatch(Suggestion::meant);
        return new RefusalCard(refusal.sentences(), CardActions.of(buttons), meant);
    }

    private Card bug(RuntimeException failure, Invocation invocation) {
        var id = idGenerator.next();
        LOG.error("Bug {} while working on {}", id, invocation.id(), failure);
        return refused("Something is wrong in me, not in what you asked for. Tell whoever runs me: it is in my log as "
                + id + ".");
    }
}
