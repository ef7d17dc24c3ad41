package dev.signalman.feature.approvals.view;

import dev.signalman.card.Button;
import dev.signalman.card.CardActions;
import dev.signalman.card.Symbol;
import dev.signalman.card.Text;
import dev.signalman.card.TextCard;
import dev.signalman.chat.People;
import dev.signalman.command.Review;
import dev.signalman.feature.approvals.request.ApprovalRequest;
import dev.signalman.feature.approvals.request.BrokenGlass;
import dev.signalman.feature.approvals.request.RequestPhrases;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;

/** Says who went ahead alone and how far the review is, on the request's card and in further messages. */
public final class GlassReviewCards {
    private final People people;

    @Inject
    public GlassReviewCards(People people) {
        this.people = people;
    }

    /**
     * A message that tells of a glass broken on a request whose card stands there already: an update of the card
     * notifies nobody. It is kept up to date until the review is over.
     */
    public TextCard told(ApprovalRequest request) {
        var glass = glass(request);
        var headline = Text.empty()
                .symbol(Symbol.GLASS)
                .bold(request.named())
                .plain("  ")
                .bold(glass.by().name())
                .plain(" broke glass to promote ")
                .bold(request.cargo().project())
                .plain(" to ")
                .bold(request.pinned().promotion())
                .plain("  ")
                .code(request.cargo().shortCommit());
        return new TextCard(sentence(request), List.of(headline, state(request)), List.of(), CardActions.NONE);
    }

    /** How far the review is. While it is open, this mentions the reviewers, whom a new message then notifies. */
    Text state(ApprovalRequest request) {
        var glass = glass(request);
        return glass.open()
                ? missing(request, glass)
                : Text.empty().symbol(Symbol.PASSED).plain(cleared(glass));
    }

    /** How far the review is, in a plain sentence. */
    String spokenState(ApprovalRequest request) {
        var glass = glass(request);
        return glass.open()
                ? needs(glass) + " from " + RequestPhrases.list(reviewers(glass)) + "."
                : cleared(glass) + ".";
    }

    /** The reminder. */
    public TextCard recall(ApprovalRequest request) {
        var glass = glass(request);
        return new TextCard(
                "Still to review: " + sentence(request),
                List.of(
                        Text.empty()
                                .bold(request.named())
                                .plain(" still needs a review: " + what(request, glass) + "."),
                        missing(request, glass)),
                List.of(),
                actions(request));
    }

    /** A line for lists. */
    public Text row(ApprovalRequest request) {
        var glass = glass(request);
        return Text.empty()
                .symbol(Symbol.GLASS)
                .bold(request.named())
                .plain("  ")
                .bold(request.cargo().project())
                .plain(" to ")
                .bold(request.pinned().promotion())
                .plain("  ")
                .code(request.cargo().shortCommit())
                .plain("  promoted by " + glass.by().name() + " (break-glass), reviewed by "
                        + (glass.cleared().isEmpty() ? "nobody yet" : RequestPhrases.list(glass.names())) + "  ·  ")
                .date(glass.broken());
    }

    /** The state in one or two plain sentences. */
    public String sentence(ApprovalRequest request) {
        var glass = glass(request);
        return what(request, glass) + ": " + RequestPhrases.ended(glass.because()) + " " + spokenState(request);
    }

    /** Display names of the reviewers. */
    public List<String> reviewers(BrokenGlass glass) {
        return glass.reviewers().stream().map(people::nameOf).distinct().toList();
    }

    private static BrokenGlass glass(ApprovalRequest request) {
        return Objects.requireNonNull(request.glass());
    }

    private static String what(ApprovalRequest request, BrokenGlass glass) {
        return glass.by().name() + " broke glass on " + request.named() + " to promote "
                + request.cargo().project() + ", commit " + request.cargo().shortCommit() + ", to "
                + request.pinned().promotion();
    }

    private Text missing(ApprovalRequest request, BrokenGlass glass) {
        var line = Text.empty().bold(needs(glass));
        var separator = " from ";
        for (var id : glass.reviewers()) {
            if (!glass.clearedBy(id) && !aside(request, glass, id)) {
                line = line.plain(separator);
                line = id.startsWith("S") ? line.group(id, people.nameOf(id)) : line.mention(id, people.nameOf(id));
                separator = ", ";
            }
        }
        return glass.cleared().isEmpty()
                ? line
                : line.plain("  ·  ").symbol(Symbol.PASSED).plain(cleared(glass));
    }

    /** For example {@code Needs 1 more review}. */
    private static String needs(BrokenGlass glass) {
        int left = BrokenGlass.NEEDED - glass.cleared().size();
        return "Needs " + left + (glass.cleared().isEmpty() ? "" : " more") + (left == 1 ? " review" : " reviews");
    }

    /** Whether this person broke the glass or asked for the promotion, and so cannot clear it. */
    private static boolean aside(ApprovalRequest request, BrokenGlass glass, String id) {
        return id.equals(glass.by().userId()) || id.equals(request.requester().userId());
    }

    private static String cleared(BrokenGlass glass) {
        return "Reviewed by " + RequestPhrases.list(glass.names());
    }

    /** The button for reviewers; none when the review is over. */
    CardActions actions(ApprovalRequest request) {
        return glass(request).open() ? CardActions.of(clear(request).primary()) : CardActions.NONE;
    }

    /** The button that clears it. */
    public Button clear(ApprovalRequest request) {
        return Button.of("Mark reviewed", new Review(request.number(), null))
                .asking(
                        "Mark " + request.named() + " as reviewed?",
                        "Confirm that you reviewed " + glass(request).by().name() + "'s emergency deploy.",
                        "Mark reviewed",
                        "Cancel");
    }
}
