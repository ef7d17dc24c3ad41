package dev.signalman.dispatch;

import java.util.Map;

/** A submitted form is invalid. Nothing was changed, and the form stays open. */
public final class InvalidFormException extends RuntimeException {
    /** The key of an error that belongs to no field. */
    public static final String WHOLE = "";

    private static final long serialVersionUID = 1L;

    private final transient Map<String, String> words;

    /**
     * Takes the errors.
     *
     * @param words what is wrong and what would be right, by field name, or {@link #WHOLE}
     */
    public InvalidFormException(Map<String, String> words) {
        super("Unfit: " + words.keySet(), null, false, false);
        this.words = Map.copyOf(words);
    }

    /** An error of one field. */
    public static InvalidFormException of(String field, String words) {
        return new InvalidFormException(Map.of(field, words));
    }

    /** The errors by field name. */
    public Map<String, String> words() {
        return words;
    }
}
