package dev.signalman.feature.approvals;

import dev.signalman.card.Actions;
import dev.signalman.card.Answer;
import dev.signalman.card.Button;
import dev.signalman.card.Symbol;
import dev.signalman.card.Text;
import dev.signalman.command.Clear;
import dev.signalman.dispatch.Delivery;
import dev.signalman.dispatch.People;
import dev.signalman.ruling.Vote;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Makes what is said of a broken glass: the card that tells everybody and is cleared, and what recalls it. */
final class ReviewCards {
    private final People people;

    @Inject
    ReviewCards(People people) {
        this.people = people;
    }

    /** The one card, as it stands now. */
    Delivery shown(Request request) {
        return new Delivery.ReviewAt(request.shown(), request.number(), card(request));
    }

    /** The same; it mentions those who must clear it while it is open, which tells them when it is posted. */
    Answer card(Request request) {
        var glass = glass(request);
        var lines = new ArrayList<Text>();
        lines.add(headline(request, glass));
        lines.add(Text.empty().bold("Why").plain("  " + glass.because()));
        lines.add(before(request, glass));
        lines.add(glass.open() ? missing(request, glass) : Text.of(cleared(glass)));
        return new Answer(sentence(request), lines, List.of(), actions(request, glass));
    }

    /** What recalls it. */
    Answer recall(Request request) {
        var glass = glass(request);
        return new Answer(
                "Not cleared yet: " + sentence(request),
                List.of(
                        Text.empty().bold(request.named()).plain(" is not cleared yet: " + what(request, glass) + "."),
                        missing(request, glass)),
                List.of(),
                actions(request, glass));
    }

    /** It as a line of a list. */
    Text row(Request request) {
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
                        + (glass.cleared().isEmpty() ? "nobody yet" : Words.list(glass.names())) + "  ·  ")
                .date(glass.broken());
    }

    /** How it stands, in one or two plain sentences. */
    String sentence(Request request) {
        var glass = glass(request);
        return what(request, glass) + ": " + Words.ended(glass.because()) + " "
                + (glass.open()
                        ? glass.cleared().size() + " of " + Glass.NEEDED + " have cleared it; "
                                + Words.list(reviewers(glass)) + " may."
                        : cleared(glass) + ".");
    }

    /** Who must clear it, as people call them. */
    List<String> reviewers(Glass glass) {
        return glass.reviewers().stream().map(people::nameOf).distinct().toList();
    }

    private static Glass glass(Request request) {
        return Objects.requireNonNull(request.glass());
    }

    private static String what(Request request, Glass glass) {
        return glass.by().name() + " broke the glass on " + request.named() + " to promote "
                + request.cargo().project() + ", commit " + request.cargo().shortCommit() + ", to "
                + request.pinned().promotion() + " alone";
    }

    private static Text headline(Request request, Glass glass) {
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

    private static Text before(Request request, Glass glass) {
        var voted =
                request.votes().stream().filter(Vote::approves).map(Vote::name).toList();
        var asked = request.requester().userId().equals(glass.by().userId())
                ? "Nobody was asked before"
                : "Asked for by " + request.requester().name();
        return Text.of((voted.isEmpty() ? asked : asked + "  ·  approved before by " + Words.list(voted)) + "  ·  ")
                .date(glass.broken());
    }

    private Text missing(Request request, Glass glass) {
        var line = Text.empty().bold(glass.cleared().size() + " of " + Glass.NEEDED + " have cleared it");
        if (!glass.cleared().isEmpty()) {
            line = line.plain("  ").symbol(Symbol.PASSED).plain(Words.list(glass.names()));
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
    private static boolean aside(Request request, Glass glass, String id) {
        return id.equals(glass.by().userId()) || id.equals(request.requester().userId());
    }

    private static String cleared(Glass glass) {
        return "Cleared by " + Words.list(glass.names());
    }

    private Actions actions(Request request, Glass glass) {
        return glass.open() ? Actions.of(clear(request).primary()) : Actions.NONE;
    }

    /** What clears it. */
    Button clear(Request request) {
        return Button.of("Clear", new Clear(request.number(), null))
                .asking(
                        "Clear " + request.named() + "?",
                        "You say that you looked at what " + glass(request).by().name()
                                + " promoted alone, and that it was right.",
                        "Clear",
                        "Not yet");
    }
}
