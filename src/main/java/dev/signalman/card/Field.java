package dev.signalman.card;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something that a form asks for. */
public sealed interface Field {
    /** Names it to the program: letters, digits, {@code -} and {@code _}, at most 60 of them. */
    String name();

    /** Names it to people. */
    String label();

    /** A remark in small print; may be empty. */
    String hint();

    /** Whether the form cannot be submitted without it. */
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
     * A text.
     *
     * @param initial what stands in it at first; null for nothing
     * @param longest in characters, at most 3,000
     * @param lines whether it may have several
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
        /** A line that must be filled in. */
        public static Written line(String name, String label, String hint, int longest) {
            return new Written(name, label, hint, true, null, longest, false);
        }

        /** A few lines that must be filled in. */
        public static Written lines(String name, String label, String hint, int longest) {
            return new Written(name, label, hint, true, null, longest, true);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.written(this);
        }
    }

    /**
     * A text that is written down nowhere, and shown nowhere but where it is typed: Slack has no field that hides it.
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
     * One of some choices, or several of them.
     *
     * @param choices in order, at least one, each with a value of its own
     * @param initial values that are chosen at first
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
     * One of what is looked up while somebody types. What was typed may stand though nothing like it was found, since looking may fail.
     *
     * @param initial what is chosen at first; null for nothing
     * @param redraws whether the rest of the form depends on it, so that it is drawn anew when something is chosen
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
