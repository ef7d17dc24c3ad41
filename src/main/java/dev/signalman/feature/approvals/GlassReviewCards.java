package dev.signalman.feature.approvals;

import dev.signalman.card.Button;
import dev.signalman.card.CardActions;
import dev.signalman.card.Symbol;
import dev.signalman.card.Text;
import dev.signalman.card.TextCard;
import dev.signalman.command.Clear;
import dev.signalman.dispatch.Delivery;
import dev.signalman.dispatch.People;
import dev.signalman.ruling.Vote;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Makes what is said of a broken glass: the card that tells everybody and is cleared, and what recalls it. */
final class GlassReviewCards {
    private final People people;

    @Inject
    GlassReviewCards(People people) {
        this.people = people;
    }

    /** The one card, as it stands now. */
    Delivery shown(ApprovalRequest request) {
        return new Delivery.ReviewAt(request.shown(), request.number(), card(request));
    }

    /** The same; it mentions those who must clear it while it is open, which tells them when it is posted. */
    TextCard card(ApprovalRequest request) {
        var glass = glass(request);
        var lines = new ArrayList<Text>();
        lines.add(headline(request, glass));
        lines.add(Text.empty().bold("Why").plain("  " + glass.because()));
        lines.add(before(request, glass));
        lines.add(glass.open() ? missing(request, glass) : Text.of(cleared(glass)));
        return new TextCard(sentence(request), lines, List.of(), actions(request, glass));
    }

    /** What recalls it. */
    TextCard recall(ApprovalRequest request) {
        var glass = glass(request);
        return new TextCard(
                "Not cleared yet: " + sentence(request),
                List.of(
                        Text.empty().bold(request.named()).plain(" is not cleared yet: " + what(request, glass) + "."),
                        missing(request, glass)),
                List.of(),
                actions(request, glass));
    }

    /** It as a line of a list. */
    Text row(ApprovalRequest request) {
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
                .plain("  promoted alone by " + glass.by().name() + ", cleared by "
                        + (glass.cleared().isEmpty() ? "nobody yet" : RequestPhrases.list(glass.names())) + "  ·  ")
                .date(glass.broken());
    }

    /** How it stands, in one or two plain sentences. */
    String sentence(ApprovalRequest request) {
        var glass = glass(request);
        return what(request, glass) + ": " + RequestPhrases.ended(glass.because()) + " "
                + (glass.open()
                        ? glass.cleared().size() + " of " + BrokenGlass.NEEDED + " have cleared it; "
                                + RequestPhrases.list(reviewers(glass)) + " may."
                        : cleared(glass) + ".");
    }

    /** Who must clear it, as people call them. */
    List<String> reviewers(BrokenGlass glass) {
        return glass.reviewers().stream().map(people::nameOf).distinct().toList();
    }

    private static BrokenGlass glass(ApprovalRequest request) {
        return Objects.requireNonNull(request.glass());
    }

    private static String what(ApprovalRequest request, BrokenGlass glass) {
        return glass.by().name() + " broke the glass on " + request.named() + " to promote "
                + request.cargo().project() + ", commit " + request.cargo().shortCommit() + ", to "
                + request.pinned().promotion() + " alone";
    }

    private static Text headline(ApprovalRequest request, BrokenGlass glass) {
        return Text.empty()
                .symbol(glass.open() ? Symbol.GLASS : Symbol.PASSED)
                .bold(request.named())
                .plain("  ")
                .bold(glass.by().name())
                .plain(" broke the glass to promote ")
                .bold(request.cargo().project())
                .plain(" to ")
                .bold(request.pinned().promotion())
                .plain(" alone  ")
                .code(request.cargo().shortCommit());
    }

    private static Text before(ApprovalRequest request, BrokenGlass glass) {
        var voted =
                request.votes().stream().filter(Vote::approves).map(Vote::name).toList();
        var asked = request.requester().userId().equals(glass.by().userId())
                ? "Nobody was asked before"
                : "Asked for by " + request.requester().name();
        return Text.of((voted.isEmpty() ? asked : asked + "  ·  approved before by " + RequestPhrases.list(voted))
                        + "  ·  ")
                .date(glass.broken());
    }

    private Text missing(ApprovalRequest request, BrokenGlass glass) {
        var line = Text.empty().bold(glass.cleared().size() + " of " + BrokenGlass.NEEDED + " have cleared it");
        if (!glass.cleared().isEmpty()) {
            line = line.plain("  ").symbol(Symbol.PASSED).plain(RequestPhrases.list(glass.names()));
        }
        line = line.plain("  ·  still to come from ");
        var separator = "";
        for (var id : glass.reviewers()) {
            if (!glass.clearedBy(id) && !aside(request, glass, id)) {
                line = line.plain(separator);
                line = id.startsWith("S") ? line.group(id, people.nameOf(id)) : line.mention(id, people.nameOf(id));
                separator = ", ";
            }
        }
        return line;
    }

    /** Whoever broke the glass or asked for the promotion does not clear it. */
    private static boolean aside(ApprovalRequest request, BrokenGlass glass, String id) {
        return id.equals(glass.by().userId()) || id.equals(request.requester().userId());
    }

    private static String cleared(BrokenGlass glass) {
        return "Cleared by " + RequestPhrases.list(glass.names());
    }

    private CardActions actions(ApprovalRequest request, BrokenGlass glass) {
        return glass.open() ? CardActions.of(clear(request).primary()) : CardActions.NONE;
    }

    /** What clears it. */
    Button clear(ApprovalRequest request) {
        return Button.of("Clear", new Clear(request.number(), null))
                .asking(
                        "Clear " + request.named() + "?",
                        "You say that you looked at what " + glass(request).by().name()
                                + " promoted alone, and that it was right.",
                        "Clear",
                        "Not yet");
    }
}
