package dev.signalman.dispatch;

import org.jspecify.annotations.Nullable;

/** How an invocation came to be. What gives the right to act stands here and never in the line, which anyone may type. */
public sealed interface Origin {
    /** Calls the method of the visitor for this kind of origin. */
    <R> R accept(OriginVisitor<R> visitor);

    /** Somebody typed it. */
    record Typed() implements Origin {
        @Override
        public <R> R accept(OriginVisitor<R> visitor) {
            return visitor.typed(this);
        }
    }

    /** Somebody wrote it in a message that names the bot; people of other organisations can, in channels that they share. */
    record Mentioned() implements Origin {
        @Override
        public <R> R accept(OriginVisitor<R> visitor) {
            return visitor.mentioned(this);
        }
    }

    /**
     * Somebody pressed a button.
     *
     * @param cardKey names the card it stood on, as drawn by us; null when that cannot be told
     * @param drawing the how-many-th drawing of that card it stood on; 0 when that cannot be told
     * @param label what the button said
     * @param ephemeral whether only the presser saw the card
     */
    record Pressed(@Nullable String cardKey, int drawing, String label, boolean ephemeral) implements Origin {
        @Override
        public <R> R accept(OriginVisitor<R> visitor) {
            return visitor.pressed(this);
        }
    }

    /**
     * Somebody filled in a form and submitted it.
     *
     * @param opened the press that opened the form; null when it was opened by a typed line
     */
    record Submitted(@Nullable Pressed opened) implements Origin {
        @Override
        public <R> R accept(OriginVisitor<R> visitor) {
            return visitor.submitted(this);
        }
    }

    /** Something happened in Slack that the bot was told of though nobody asked it anything; failures are told to nobody. */
    record Noticed() implements Origin {
        @Override
        public <R> R accept(OriginVisitor<R> visitor) {
            return visitor.noticed(this);
        }
    }

    /** The bot said it to itself, because of an earlier invocation. */
    record Itself(String becauseOf) implements Origin {
        @Override
        public <R> R accept(OriginVisitor<R> visitor) {
            return visitor.itself(this);
        }
    }

    /** The press that it goes back to, whose card's buttons are gone for as long as it is worked on; null for none. */
    default @Nullable Pressed press() {
        if (this instanceof Submitted submitted) {
            return submitted.opened();
        }
        return this instanceof Pressed pressed ? pressed : null;
    }
}
