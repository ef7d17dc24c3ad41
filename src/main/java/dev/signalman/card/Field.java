package dev.signalman.card;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** An input field of a form. */
public sealed interface Field {
    /** Id of the field: letters, digits, {@code -} and {@code _}, at most 60. */
    String name();

    /** The label that people see. */
    String label();

    /** Help text; may be empty. */
    String hint();

    boolean required();

    /** The most characters that may be typed. */
    default int longest() {
        return Integer.MAX_VALUE;
    }

    /** Whether the rest of the form depends on it, so that it is drawn anew when something is chosen. */
    default boolean redraws() {
        return false;
    }

    /** Calls the method of the visitor for this kind of field. */
    <R> R accept(Visitor<R> visitor);

    /** One method a kind of field, so that a field that is not handled does not compile. */
    interface Visitor<R> {
        /** A text. */
        R written(Written field);

        /** A secret text. */
        R secret(Secret field);

        /** One or several of some choices. */
        R chosen(Chosen field);

        /** One of what is looked up. */
        R lookedUp(LookedUp field);
    }

    /**
     * A text input.
     *
     * @param initial the initial text; null for none
     * @param longest in characters, at most 3,000
     * @param lines whether it may have several lines
     */
    record Written(
            String name,
            String label,
            String hint,
            boolean required,
            @Nullable String initial,
            int longest,
            boolean lines)
            implements Field {
        /** A required line. */
        public static Written line(String name, String label, String hint, int longest) {
            return new Written(name, label, hint, true, null, longest, false);
        }

        /** Required text of several lines. */
        public static Written lines(String name, String label, String hint, int longest) {
            return new Written(name, label, hint, true, null, longest, true);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.written(this);
        }
    }

    /**
     * A secret text that is never stored, and never shown except in the input itself: Slack has no masked field.
     *
     * @param longest in characters, at most 3,000
     */
    record Secret(String name, String label, String hint, int longest) implements Field {
        @Override
        public boolean required() {
            return true;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.secret(this);
        }
    }

    /**
     * A choice of one option, or of several.
     *
     * @param choices in order, at least one, with distinct values
     * @param initial values that are preselected
     * @param several whether more than one may be chosen
     */
    record Chosen(
            String name,
            String label,
            String hint,
            boolean required,
            List<FormOption> choices,
            List<String> initial,
            boolean several)
            implements Field {
        /** Keeps its own copies. */
        public Chosen {
            choices = List.copyOf(choices);
            initial = List.copyOf(initial);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.chosen(this);
        }
    }

    /**
     * A choice among options that are looked up while the person types. Typed text is accepted without a match, since
     * the lookup may fail.
     *
     * @param initial the preselected option; null for none
     * @param redraws whether other fields depend on the choice, so a choice redraws the form
     */
    record LookedUp(
            String name,
            String label,
            String hint,
            boolean required,
            @Nullable FormOption initial,
            boolean redraws) implements Field {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.lookedUp(this);
        }
    }
}
