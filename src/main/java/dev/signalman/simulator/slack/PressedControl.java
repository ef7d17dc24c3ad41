package dev.signalman.simulator.slack;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A control that was pressed; one that asks to confirm has sent nothing until {@link #confirm}. */
public final class PressedControl {
    private final @Nullable String question;
    private final Supplier<SlackDelivery> send;
    private @Nullable SlackDelivery delivery;
    private boolean cancelled;

    PressedControl(@Nullable String question, Supplier<SlackDelivery> send) {
        this.question = question;
        this.send = send;
        if (question == null) {
            delivery = send.get();
        }
    }

    /** Whether a dialog stands between the press and the bot. */
    public boolean asks() {
        return question != null;
    }

    /** Title and text of the dialog, a line each; empty when there is none. */
    public String question() {
        return question == null ? "" : question;
    }

    /** Says yes in the dialog. */
    public SlackDelivery confirm() {
        if (question == null) {
            throw new ImpossibleActionError("Nothing asks to be confirmed");
        }
        if (cancelled || delivery != null) {
            throw new ImpossibleActionError("The dialog is gone");
        }
        var sent = send.get();
        delivery = sent;
        return sent;
    }

    /** Says no in the dialog; the bot hears nothing of it. */
    public void cancel() {
        cancelled = true;
    }

    /** What was sent and answered. */
    public SlackDelivery delivery() {
        if (delivery == null) {
            throw new ImpossibleActionError("Slack still asks: " + question);
        }
        return delivery;
    }
}
