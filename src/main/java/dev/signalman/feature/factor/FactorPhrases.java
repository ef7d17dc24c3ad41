package dev.signalman.feature.factor;

import dev.signalman.card.Button;
import dev.signalman.card.CardActions;
import dev.signalman.card.Symbol;
import dev.signalman.card.Text;
import dev.signalman.card.TextCard;
import dev.signalman.command.Factor;
import dev.signalman.command.Factor.Step;
import dev.signalman.domain.Actor;
import dev.signalman.domain.UtcTimeFormat;
import java.time.Instant;
import java.util.List;

/** What people read about second factors. */
final class FactorPhrases {
    static final String OFF = "Second factors are turned off. Ask your Signalman admin to set SIGNALMAN_ENCRYPTION_KEY "
            + "(32 random bytes in base64) and restart.";
    static final String NONE = "You have no second factor. Set one up with /semaphore factor.";

    private static final String STOLEN =
            "If it wasn't, someone else uses that Slack account: don't vouch, reject what it "
                    + "requests, and tell your Signalman admin.";

    private FactorPhrases() {}

    /** The key of a new factor, for its owner's eyes. */
    static TextCard key(String base32, Actor owner) {
        var grouped = base32.replaceAll("(.{4})(?!$)", "$1 ");
        return new TextCard(
                "The key of your new second factor (shown once).",
                List.of(
                        Text.of("Add this key to your authenticator app (choose to enter a key; time-based):"),
                        Text.empty().code(grouped),
                        Text.of("Or open this on your phone: ")
                                .code("otpauth://totp/Signalman:" + owner.userId() + "?secret=" + base32
                                        + "&issuer=Signalman")),
                List.of("Only you can see this, once. Never send it to anyone."),
                CardActions.NONE);
    }

    /** The next step, beside the key. */
    static TextCard firstCode() {
        return new TextCard(
                "Then enter the code that your app shows.",
                List.of(Text.of("Then enter the code that your app shows. The key is valid for an hour until you do.")),
                List.of(),
                CardActions.of(Button.of("Enter code", Factor.own(Step.CONFIRM)).primary()));
    }

    /** How the owner's factor stands. */
    static TextCard standing(Instant countsAt, int vouchers, Instant now) {
        var counts = !countsAt.isAfter(now);
        var line = counts
                ? Text.of("You have a second factor, and it counts.")
                : Text.of("You have a second factor. It counts from ")
                        .date(countsAt)
                        .plain(", or as soon as two approvers of a rule that you share vouch for it (" + vouchers
                                + " so far).");
        return new TextCard(
                line.spoken(),
                List.of(line),
                List.of(
                        "Lost your phone? Replace it. The old one stops counting when you enter the first code of the new one."),
                CardActions.of(
                        Button.of("Replace", Factor.own(Step.REPLACE)),
                        Button.of("Remove", Factor.own(Step.REMOVE))
                                .asking(
                                        "Remove your second factor?",
                                        "What needs it can't be approved by you until you set up another one.",
                                        "Remove",
                                        "Cancel")));
    }

    /** Tells the owner that a factor is set up, in the answer and in a direct message. */
    static TextCard setUp(Instant countsAt) {
        var line = Text.empty()
                .symbol(Symbol.WARNING)
                .plain("A second factor was set up for your account. It counts from ")
                .date(countsAt)
                .plain(", or as soon as two approvers of a rule that you share vouch for it.");
        return new TextCard(
                line.spoken(),
                List.of(
                        line,
                        Text.of("If this wasn't you, remove it, sign out of Slack everywhere, and tell your Signalman "
                                + "admin.")),
                List.of(),
                CardActions.of(Button.of("Remove", Factor.own(Step.REMOVE))));
    }

    /** Tells those who share a rule with the owner. */
    static TextCard setUp(Actor owner, Instant countsAt, boolean replaced) {
        var did = replaced ? " replaced their second factor." : " set up a second factor.";
        return new TextCard(
                owner.name() + did + " It counts from " + UtcTimeFormat.of(countsAt)
                        + ", or once two of you vouch for it.",
                List.of(
                        Text.empty()
                                .symbol(Symbol.WARNING)
                                .bold(owner.name())
                                .plain(did + " It counts from ")
                                .date(countsAt)
                                .plain(", or as soon as two approvers of a rule that you share vouch for it."),
                        Text.of("Ask " + owner.name() + " outside Slack whether it was them. " + STOLEN)),
                List.of("Vouching needs a code of your own second factor."),
                CardActions.of(Button.of("Vouch", Factor.of(owner.userId()))));
    }

    /** Tells those who share a rule with the owner that there is no factor any more. */
    static TextCard removed(Actor owner) {
        var did = " removed their second factor.";
        return new TextCard(
                owner.name() + did,
                List.of(
                        Text.empty().symbol(Symbol.WARNING).bold(owner.name()).plain(did),
                        Text.of(
                                "Approvals by " + owner.name()
                                        + " that need one don't count any more. If it wasn't them, tell your Signalman admin.")),
                List.of(),
                CardActions.NONE);
    }

    /** Tells the owner of too many wrong codes. */
    static TextCard paused(int wrong, Instant until) {
        var line = Text.empty()
                .symbol(Symbol.WARNING)
                .plain(wrong + " wrong codes of your second factor were entered in a row. No code is accepted until ")
                .date(until)
                .plain(".");
        return new TextCard(
                line.spoken(),
                List.of(
                        line,
                        Text.of(
                                "If this wasn't you, someone else uses your Slack account: sign out of Slack everywhere, "
                                        + "and tell your Signalman admin.")),
                List.of(),
                CardActions.NONE);
    }
}
