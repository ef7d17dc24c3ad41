package dev.signalman.feature.linking;

import dev.signalman.card.Field;
import dev.signalman.card.Form;
import dev.signalman.chat.MessengerException;
import dev.signalman.chat.Workspace;
import dev.signalman.command.Link;
import dev.signalman.dispatch.CommandForm;
import dev.signalman.dispatch.FormSubmission;
import dev.signalman.dispatch.InvalidFormException;
import dev.signalman.dispatch.Invocation;
import dev.signalman.feature.linking.OfferedTokenStore.Offer;
import dev.signalman.semaphore.Credential;
import dev.signalman.semaphore.SemaphoreException;
import dev.signalman.semaphore.TokenProbe;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;

/**
 * Asks for a token in a form, tries it while the form is open, and stores it encrypted; the command names only the
 * stored row.
 */
final class LinkForm implements CommandForm<Link> {
    private static final String TOKEN = "token";
    private static final int LONGEST = 500;
    private static final Form FORM = new Form(
            "Link your own token",
            "Link",
            "Copy your API token from the page of your account in Semaphore. I try it, keep it encrypted, and show it to nobody. It has all "
                    + "your rights; I use it for nothing but what you ask for and a rule wants done in your own name.",
            List.of(new Field.Secret(
                    TOKEN,
                    "Your Semaphore API token",
                    "Resetting it in Semaphore makes it useless here too.",
                    LONGEST)));

    private final Workspace workspace;
    private final OfferedTokenStore offers;
    private final TokenCipher safe;
    private final TokenProbe trial;
    private final BotToken own;

    @Inject
    LinkForm(Workspace workspace, OfferedTokenStore offers, TokenCipher safe, TokenProbe trial, BotToken own) {
        this.workspace = workspace;
        this.offers = offers;
        this.safe = safe;
        this.trial = trial;
        this.own = own;
    }

    @Override
    public @Nullable Form form(Link command, Invocation asked) {
        return command.offer() == null ? FORM : null;
    }

    @Override
    public Link completed(Link command, FormSubmission filled) {
        var token = new Credential(filled.needed(TOKEN).strip());
        if (own.is(token)) {
            throw unfit(
                    "This is my own token, not yours: whatever went with it would go under my name. Paste your own, from the "
                            + "page of your account.");
        }
        try {
            int projects = trial.projectsSeen(token);
            var owner = TokenOwner.of(filled.actor(), workspace);
            var id = UUID.nameUUIDFromBytes(("link " + filled.form()).getBytes(StandardCharsets.UTF_8))
                    .toString();
            offers.keep(id, owner, new Offer(safe.seal(owner, token), projects));
            return new Link(id);
        } catch (SemaphoreException refused) {
            throw unfit(words(refused));
        } catch (MessengerException silent) {
            throw unfit("Slack does not tell me where I am, so nothing was kept. Try again in a while.");
        } catch (JdbiException away) {
            throw unfit("My database is away, so nothing was kept. Try again in a while.");
        }
    }

    private static InvalidFormException unfit(String words) {
        return InvalidFormException.of(TOKEN, words);
    }

    /** Uses only the failure's kind, nothing that Semaphore said. */
    private static String words(SemaphoreException refused) {
        return switch (refused.kind()) {
            case BAD_TOKEN ->
                "Semaphore does not accept this token. Copy the API token from the page of your account, whole; one that was made a "
                        + "moment ago may take five minutes to be known.";
            case NOT_PERMITTED, NOT_FOUND, FEATURE_OFF, REFUSED ->
                "Semaphore knows this token, but lets it list no projects. Have somebody add you to the organisation and to a project.";
            case ADDRESS_NOT_ALLOWED ->
                "Semaphore lets in only certain addresses for this organisation, and mine is not among them. Whoever runs me "
                        + "must have it added.";
            case LIMITED, BROKEN, UNREACHABLE, UNREADABLE ->
                "Semaphore does not tell now whether this token is good, so nothing was kept. Try again in a while.";
        };
    }
}
