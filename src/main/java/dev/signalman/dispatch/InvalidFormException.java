package dev.signalman.dispatch;

import java.util.Map;

/** What was filled into a form cannot be taken; nothing was changed, and the form stays open. */
public final class InvalidFormException extends RuntimeException {
    /** Where there is no field to blame. */
    public static final String WHOLE = "";

    private static final long serialVersionUID = 1L;

    private final transient Map<String, String> words;

    /**
     * Tells by the names of fields what is wrong with them and what would be right.
     *
     * @param words under {@link #WHOLE} what is wrong with no field in particular
     */
    public InvalidFormException(Map<String, String> words) {
        super("Unfit: " + words.keySet(), null, false, false);
        this.words = Map.copyOf(words);
    }

    /** The same of one field. */
    public static InvalidFormException of(String field, String words) {
        return new InvalidFormException(Map.of(field, words));
    }

    /** What is wrong, by field. */
    public Map<String, String> words() {
        return words;
    }
}
