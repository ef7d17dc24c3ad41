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
            "Copy your API token from your account page in Semaphore. It is tested, stored encrypted, "
                    + "and never shown. It is used only for promotions that you start and whose rule requires your "
                    + "own account.",
            List.of(new Field.Secret(
                    TOKEN, "Your Semaphore API token", "To revoke it, reset it in Semaphore.", LONGEST)));

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
            throw unfit("This is Signalman's own token. Paste yours, from your account page in Semaphore.");
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
            throw unfit("Slack didn't answer, so nothing was saved. Try again in a few minutes.");
        } catch (JdbiException away) {
            throw unfit("The database isn't answering, so nothing was saved. Try again in a few minutes.");
        }
    }

    private static InvalidFormException unfit(String words) {
        return InvalidFormException.of(TOKEN, words);
    }

    /** Uses only the failure's kind, nothing that Semaphore said. */
    private static String words(SemaphoreException refused) {
        return switch (refused.kind()) {
            case BAD_TOKEN ->
                "Semaphore rejects this token. Copy the whole API token from your account page. A new token "
                        + "can take five minutes to work.";
            case NOT_PERMITTED, NOT_FOUND, FEATURE_OFF, REFUSED ->
                "This token is valid but can't list projects. Ask to be added to the organization and to a "
                        + "project.";
            case ADDRESS_NOT_ALLOWED ->
                "Your Semaphore organization only allows certain IP addresses, and Signalman's isn't one of "
                        + "them. Ask your Signalman admin to have it added.";
            case LIMITED, BROKEN, UNREACHABLE, UNREADABLE ->
                "Semaphore didn't confirm this token, so nothing was saved. Try again in a few minutes.";
        };
    }
}
