package dev.signalman.feature.approvals.view;

import dev.signalman.card.Button;
import dev.signalman.card.CardActions;
import dev.signalman.card.Symbol;
import dev.signalman.card.Text;
import dev.signalman.card.TextCard;
import dev.signalman.command.ScheduledTime;
import dev.signalman.domain.UtcTimeFormat;
import dev.signalman.feature.approvals.request.ApprovalRequest;
import dev.signalman.feature.approvals.request.RequestPhrases;
import java.util.List;

/** Phrases for a request with a set time. */
public final class ScheduledRequestPhrases {
    private ScheduledRequestPhrases() {}

    /** When it goes: {@code tomorrow at 9:00 AM}, {@code after the freeze, Monday at 8:00 AM}. */
    public static Text when(ApprovalRequest request) {
        var at = request.goesAt();
        if (at == null) {
            return Text.of("after the freeze, which has no end now");
        }
        return afterFreeze(request)
                ? Text.of("after the freeze, ").date(at)
                : Text.empty().date(at);
    }

    /** That time on the clock that was meant, for whoever set it: {@code (9:00 in Europe/Belgrade)}; else empty. */
    public static String clock(ApprovalRequest request) {
        return request.pinned().scheduled() instanceof ScheduledTime.Exact exact
                ? " (" + ScheduledTime.clock(exact.at().toLocalTime()) + " in "
                        + exact.at().getZone() + ")"
                : "";
    }

    /** When it goes, in a plain sentence. */
    public static String sentence(ApprovalRequest request) {
        return "It goes " + when(request).spoken() + ".";
    }

    /** The card's sentence once it is approved. */
    static String spoken(ApprovalRequest request) {
        var cargo = request.cargo();
        return cargo.project() + ", commit " + cargo.shortCommit() + ", goes to "
                + request.pinned().promotion() + " " + when(request).spoken() + ". Scheduled by "
                + request.requester().name() + approved(request) + ".";
    }

    private static String approved(ApprovalRequest request) {
        var names = request.creditedApprovers();
        return names.isEmpty() ? "" : ", approved by " + RequestPhrases.list(names);
    }

    static Text headline(ApprovalRequest request) {
        return Text.empty()
                .symbol(Symbol.SCHEDULED)
                .bold(request.named())
                .plain("  ")
                .bold(request.cargo().project())
                .plain(" goes to ")
                .bold(request.pinned().promotion())
                .plain(" ")
                .text(when(request))
                .plain("  ·  scheduled by ")
                .mention(request.requester().userId(), request.requester().name());
    }

    static List<Text> standing(ApprovalRequest request) {
        var names = request.creditedApprovers();
        return List.of(
                names.isEmpty()
                        ? Text.of("No approval needed")
                        : Text.empty().symbol(Symbol.PASSED).plain("Approved by " + RequestPhrases.list(names)),
                Text.of(conditions(request)));
    }

    private static String conditions(ApprovalRequest request) {
        return "All rules are checked again at that time. If it's "
                + (afterFreeze(request) ? "locked" : "locked or frozen")
                + ", it isn't promoted.";
    }

    /** What the card of a request that still waits for votes says of its time. */
    static Text detail(ApprovalRequest request) {
        return Text.empty()
                .symbol(Symbol.SCHEDULED)
                .plain("If it's approved in time, it goes ")
                .text(when(request))
                .plain(". " + conditions(request));
    }

    /** A scheduled request in one line. */
    public static Text line(ApprovalRequest request) {
        return Text.empty()
                .symbol(Symbol.SCHEDULED)
                .bold(request.named())
                .plain("  ")
                .bold(request.cargo().project())
                .plain(" to ")
                .bold(request.pinned().promotion())
                .plain("  ")
                .code(request.cargo().shortCommit())
                .plain("  scheduled by " + request.requester().name() + approved(request) + "  ·  goes ")
                .text(when(request));
    }

    /** Says that a request was not promoted at its time. */
    static TextCard missed(ApprovalRequest request, String why, boolean again) {
        var line = Text.empty()
                .symbol(Symbol.SCHEDULED)
                .bold(request.named())
                .plain("  ")
                .bold(request.cargo().project())
                .plain(" was not promoted to ")
                .bold(request.pinned().promotion());
        var at = request.goesAt();
        line = at == null ? line : line.plain(" ").date(at);
        var button = Button.of(
                "Promote to " + request.pinned().promotion(), request.pinned().goingAt(null));
        return new TextCard(
                request.cargo().project() + " was not promoted to "
                        + request.pinned().promotion()
                        + (at == null ? "" : " " + UtcTimeFormat.of(at)) + ": " + RequestPhrases.ended(why),
                List.of(line.plain(": " + RequestPhrases.ended(why))),
                List.of(),
                again ? CardActions.of(button) : CardActions.NONE);
    }

    private static boolean afterFreeze(ApprovalRequest request) {
        return request.pinned().scheduled() instanceof ScheduledTime.AfterFreeze;
    }
}
