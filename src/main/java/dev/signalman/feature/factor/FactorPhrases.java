package dev.signalman.feature.factor;

import dev.signalman.card.Button;
import dev.signalman.card.CardActions;
import dev.signalman.card.Form;
import dev.signalman.card.Symbol;
import dev.signalman.card.Text;
import dev.signalman.card.TextCard;
import dev.signalman.command.Factor;
import dev.signalman.command.Factor.Kind;
import dev.signalman.command.Factor.Step;
import dev.signalman.domain.Actor;
import dev.signalman.domain.UtcTimeFormat;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What people read about second factors. */
final class FactorPhrases {
    static final String OFF = "Second factors are turned off. Ask your Signalman admin to set SIGNALMAN_ENCRYPTION_KEY "
            + "(32 random bytes in base64) and restart.";
    static final String NONE = "You have no second factor. Set one up with /semaphore factor.";

    static final String NO_PAGES =
            "Passkeys need Signalman's own page. Ask your Signalman admin to set PUBLIC_URL, for "
                    + "example https://signalman.example.com, and restart.";

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

    /** A kind of factor, as people call it. */
    static String name(@Nullable Kind kind) {
        return kind == Kind.PASSKEY ? "passkey" : kind == Kind.CODE ? "authenticator app" : "second factor";
    }

    /** The page on which a passkey is added, for its owner's eyes. */
    static TextCard page(Form.Link link) {
        return new TextCard(
                "Add your passkey on Signalman's page.",
                List.of(
                        Text.of("Open this page on the device whose passkey you want to use: ")
                                .link(link.label(), link.url()),
                        Text.of("Your browser asks for your fingerprint, face or PIN. The page is valid for ten "
                                + "minutes.")),
                List.of("Only you can see this. Never send it to anyone."),
                CardActions.NONE);
    }

    /** The next step, beside the key. */
    static TextCard firstCode(boolean passkeys) {
        var enter = Button.of("Enter code", Factor.own(Step.CONFIRM)).primary();
        return new TextCard(
                "Then enter the code that your app shows.",
                List.of(Text.of("Then enter the code that your app shows. The key is valid for an hour until you do.")),
                List.of(),
                passkeys
                        ? CardActions.of(
                                enter, Button.of("Add a passkey instead", Factor.own(Step.REPLACE, Kind.PASSKEY)))
                        : CardActions.of(enter));
    }

    /** How one of the owner's factors stands. */
    static Text standing(Kind kind, Instant countsAt, int vouchers, Instant now) {
        var has = "Your " + name(kind) + " is set up";
        return countsAt.isAfter(now)
                ? Text.of(has + ". It counts from ")
                        .date(countsAt)
                        .plain(", or as soon as two approvers who share a rule with you vouch for it (" + vouchers
                                + " so far).")
                : Text.of(has + ", and it counts.");
    }

    /** How the owner's factors stand, with what can be done. */
    static TextCard standing(List<Text> lines, List<Kind> kinds, boolean passkeys) {
        var buttons = new ArrayList<Button>();
        buttons.add(Button.of(
                kinds.contains(Kind.CODE) ? "Replace" : "Add an authenticator app", Factor.own(Step.REPLACE)));
        if (passkeys) {
            buttons.add(Button.of(
                    kinds.contains(Kind.PASSKEY) ? "Replace passkey" : "Add a passkey",
                    Factor.own(Step.REPLACE, Kind.PASSKEY)));
        }
        if (kinds.size() == 1) {
            buttons.add(removing("Remove", null));
        } else {
            buttons.add(removing("Remove app", Kind.CODE));
            buttons.add(removing("Remove passkey", Kind.PASSKEY));
        }
        return new TextCard(
                lines.get(0).spoken(),
                lines,
                List.of(
                        kinds.contains(Kind.CODE)
                                ? "Lost your phone? Replace it. The old one stops counting when you enter the first code of the new one."
                                : "Lost your passkey? Replace it. The old one stops counting as soon as the new one is added."),
                CardActions.of(buttons.toArray(Button[]::new)));
    }

    private static Button removing(String label, @Nullable Kind kind) {
        return Button.of(label, Factor.own(Step.REMOVE, kind))
                .asking(
                        "Remove your " + name(kind) + "?",
                        kind == null
                                ? "Until you set up another one, you can't approve what needs one."
                                : "Approvals that you gave with it on open requests don't count any more.",
                        "Remove",
                        "Cancel");
    }

    /** Why one of the owner's factors doesn't count. */
    static Text unusable(Kind kind, boolean passkeys) {
        var line = Text.empty().symbol(Symbol.WARNING);
        return kind == Kind.PASSKEY && !passkeys
                ? line.plain("Your passkey doesn't count, because Signalman's own page is turned off (PUBLIC_URL).")
                : line.plain("Your " + (kind == Kind.PASSKEY ? "passkey" : "second factor")
                        + " can't be read any more, because the encryption key changed. Replace it.");
    }

    /** Tells the owner that a factor is set up, in the answer and in a direct message. */
    static TextCard setUp(Kind kind, Instant countsAt) {
        var line = Text.empty()
                .symbol(Symbol.WARNING)
                .plain("A " + (kind == Kind.PASSKEY ? "passkey" : "second factor")
                        + " was set up for your account. It counts from ")
                .date(countsAt)
                .plain(", or as soon as two approvers who share a rule with you vouch for it.");
        return new TextCard(
                line.spoken(),
                List.of(
                        line,
                        Text.of("If this wasn't you, remove it, sign out of Slack everywhere, and tell your Signalman "
                                + "admin.")),
                List.of(),
                CardActions.of(Button.of("Remove", Factor.own(Step.REMOVE, kind))));
    }

    /** Tells those who share a rule with the owner. */
    static TextCard setUp(Actor owner, Kind kind, Instant countsAt, boolean replaced) {
        var what = kind == Kind.PASSKEY ? "passkey" : "second factor";
        var did = replaced ? " replaced their " + what + "." : " set up a " + what + ".";
        return new TextCard(
                owner.name() + did + " It counts from " + UtcTimeFormat.of(countsAt)
                        + ", or once two of you vouch for it.",
                List.of(
                        Text.empty()
                                .symbol(Symbol.WARNING)
                                .bold(owner.name())
                                .plain(did + " It counts from ")
                                .date(countsAt)
                                .plain(", or as soon as two approvers who share a rule with you vouch for it."),
                        Text.of("Ask " + owner.name() + " outside Slack whether it was them. " + STOLEN)),
                List.of("Vouching needs your own second factor."),
                CardActions.of(Button.of("Vouch", Factor.of(owner.userId(), kind))));
    }

    /** Tells the owner that a factor is removed. */
    static TextCard removed(@Nullable Kind kind, boolean keeps) {
        return TextCard.of("Your " + name(kind) + " is removed. "
                + (keeps
                        ? "Approvals that you gave with it on open requests don't count any more."
                        : "Approvals that need a second factor don't count until you set up another one."));
    }

    /** Tells those who share a rule with the owner that there is a factor less. */
    static TextCard removed(Actor owner, @Nullable Kind kind, boolean keeps) {
        var did = " removed their " + name(kind) + ".";
        return new TextCard(
                owner.name() + did,
                List.of(
                        Text.empty().symbol(Symbol.WARNING).bold(owner.name()).plain(did),
                        Text.of((keeps
                                        ? "Approvals that " + owner.name() + " gave with it on open requests"
                                        : "Approvals by " + owner.name() + " that need a second factor")
                                + " don't count any more. If it wasn't them, tell your Signalman admin.")),
                List.of(),
                CardActions.NONE);
    }

    /** Tells the owner of too many wrong tries. */
    static TextCard paused(int wrong, Instant until, boolean passkey) {
        var line = Text.empty()
                .symbol(Symbol.WARNING)
                .plain(
                        passkey
                                ? wrong + " wrong tries with your passkey were made in a row. It isn't accepted until "
                                : wrong
                                        + " wrong codes of your second factor were entered in a row. No code is accepted until ")
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
