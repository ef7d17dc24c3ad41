package dev.signalman.simulator.slack;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A pressed control; if it asks for confirmation, nothing is sent before {@link #confirm}. */
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

    /** Whether it asks for confirmation. */
    public boolean asks() {
        return question != null;
    }

    /** The dialog's title and text, one line each; empty without a dialog. */
    public String question() {
        return question == null ? "" : question;
    }

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

    /** Cancels; the bot is not notified. */
    public void cancel() {
        cancelled = true;
    }

    /** The delivery and its answer. */
    public SlackDelivery delivery() {
        if (delivery == null) {
            throw new ImpossibleActionError("Slack still asks: " + question);
        }
        return delivery;
    }
}
