package dev.signalman.simulator.slack;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A control that was pressed; one that asks to confirm has sent nothing until {@link #confirm}. */
public final class Press {
    private final @Nullable String question;
    private final Supplier<Delivery> send;
    private @Nullable Delivery delivery;
    private boolean cancelled;

    Press(@Nullable String question, Supplier<Delivery> send) {
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
    public Delivery confirm() {
        if (question == null) {
            throw new Impossible("Nothing asks to be confirmed");
        }
        if (cancelled || delivery != null) {
            throw new Impossible("The dialog is gone");
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
    public Delivery delivery() {
        if (delivery == null) {
            throw new Impossible("Slack still asks: " + question);
        }
        return delivery;
    }
}
