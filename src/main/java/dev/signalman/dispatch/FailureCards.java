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
        var all = sentences + " It may have worked, so I didn't try again. Check in Semaphore before you repeat it.";
        return new TextCard(all, List.of(Text.empty().symbol(Symbol.WARNING).plain(all)), List.of(), CardActions.NONE);
    }

    /** What a failure of Slack means, in whole sentences. */
    public static String silence(MessengerException failure) {
        var what = "I can't do this without an answer from Slack, and got none (" + failure.getMessage() + "). ";
        return failure.kind().passing()
                ? what + "Try again in a few minutes."
                : what + "Trying again won't help. Ask your Signalman admin to run /semaphore doctor.";
    }

    /** What a failure of Semaphore means, in whole sentences. */
    public static String words(SemaphoreException failure) {
        var said = failure.words();
        return switch (failure.kind()) {
            case NOT_FOUND ->
                "Semaphore can't find that, or the bot's account may not see it (" + said
                        + "). Check the id, and the account's role in the project.";
            case BAD_TOKEN ->
                "Semaphore rejects the bot's token. Ask your Signalman admin to set a valid SEMAPHORE_API_TOKEN.";
            case NOT_PERMITTED ->
                "Semaphore doesn't allow this for the bot's account (" + said
                        + "). Give that account the right role in the project.";
            case ADDRESS_NOT_ALLOWED ->
                "Your Semaphore organization only allows certain IP addresses, and Signalman's isn't one of "
                        + "them. Add it to the organization's allow list.";
            case FEATURE_OFF ->
                "Your Semaphore organization doesn't have this feature (" + said
                        + "). An organization admin can ask Semaphore to turn it on.";
            case REFUSED -> "Semaphore refused: " + said;
            case LIMITED -> "Semaphore's rate limit is reached. Try again in a minute.";
            case BROKEN -> "Semaphore has a problem (" + said + "). Try again in a few minutes.";
            case UNREACHABLE -> "Semaphore is unreachable or too slow right now. Try again in a few minutes.";
            case UNREADABLE ->
                "The answer wasn't from Semaphore's API (" + said
                        + "). Ask your Signalman admin to check SEMAPHORE_URL.";
        };
    }

    private static Card refused(Refusal refusal) {
        List<Button> buttons = refusal.suggestions().stream()
                .map(suggestion -> Button.of(suggestion.label(), suggestion.command()))
                .toList();
        var meant = refusal.suggestions().stream().anyMatch(Suggestion::meant);
        return new RefusalCard(refusal.sentences(), CardActions.of(buttons), meant, refusal.times());
    }

    private Card bug(RuntimeException failure, Invocation invocation) {
        var id = idGenerator.next();
        LOG.error("Internal error {} in {}; please report it with the stack trace", id, invocation.id(), failure);
        return refused("Something went wrong in Signalman, not in your request. Ask your Signalman admin to look in "
                + "the log for "
                + id + ".");
    }
}
