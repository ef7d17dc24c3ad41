package dev.signalman.command;

import java.util.List;

/** Something that a person asked for and can mend: what was wrong, and what would have been right. Nothing was changed. */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Suggestion> suggestions;

    /** Refuses in whole sentences, e.g. {@code There is no verb "promot".}; they may hold foreign text. */
    public Refusal(String sentences, List<Suggestion> suggestions) {
        super(sentences, null, false, false);
        this.suggestions = List.copyOf(suggestions);
    }

    /** Refuses without anything to suggest. */
    public Refusal(String sentences) {
        this(sentences, List.of());
    }

    /** What was wrong and what would be right. */
    public String sentences() {
        return String.valueOf(getMessage());
    }

    /** What may have been meant. */
    public List<Suggestion> suggestions() {
        return suggestions;
    }
}
