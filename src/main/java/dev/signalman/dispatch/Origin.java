package dev.signalman.dispatch;

import org.jspecify.annotations.Nullable;

/** How an invocation came to be. Rights depend on the origin and never on the line, since anyone can type any line. */
public sealed interface Origin {
    /** Calls the visitor's method for this kind of origin. */
    <R> R accept(OriginVisitor<R> visitor);

    /** Somebody typed it. */
    record Typed() implements Origin {
        @Override
        public <R> R accept(OriginVisitor<R> visitor) {
            return visitor.typed(this);
        }
    }

    /**
     * Somebody wrote it in a message that mentions the bot. In shared channels that may be a person of another
     * organization.
     */
    record Mentioned() implements Origin {
        @Override
        public <R> R accept(OriginVisitor<R> visitor) {
            return visitor.mentioned(this);
        }
    }

    /**
     * Somebody pressed a button.
     *
     * @param cardKey the key of the button's card; null when unknown
     * @param drawing the number of that card's drawing, from 1; 0 when unknown
     * @param label the button's text
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

    /**
     * A program gave it with a person's token. It may ask a few questions and request promotions; it decides nothing.
     *
     * @param token the id of the token, which is no secret
     * @param agent the program's name
     */
    record ByAgent(String token, String agent) implements Origin {
        @Override
        public <R> R accept(OriginVisitor<R> visitor) {
            return visitor.byAgent(this);
        }
    }

    /** Slack reported an event that is no request to the bot. Failures are not reported to anybody. */
    record Noticed() implements Origin {
        @Override
        public <R> R accept(OriginVisitor<R> visitor) {
            return visitor.noticed(this);
        }
    }

    /** The bot gave the command to itself, because of an earlier invocation or a hint. */
    record Itself(String becauseOf) implements Origin {
        @Override
        public <R> R accept(OriginVisitor<R> visitor) {
            return visitor.itself(this);
        }
    }

    /** The original press, whose card has no buttons while the invocation is processed; null for none. */
    default @Nullable Pressed press() {
        if (this instanceof Submitted submitted) {
            return submitted.opened();
        }
        return this instanceof Pressed pressed ? pressed : null;
    }
}
