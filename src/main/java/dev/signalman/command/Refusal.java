package dev.signalman.command;

import java.util.List;

/** Refuses a command, with a reason that the person can act on. Nothing was changed. */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Suggestion> suggestions;

    /** Refuses in whole sentences, e.g. {@code There is no verb "promot".}; they may contain foreign text. */
    public Refusal(String sentences, List<Suggestion> suggestions) {
        super(sentences, null, false, false);
        this.suggestions = List.copyOf(suggestions);
    }

    /** Refuses without suggestions. */
    public Refusal(String sentences) {
        this(sentences, List.of());
    }

    /** The reason, and what would be right. */
    public String sentences() {
        return String.valueOf(getMessage());
    }

    /** Commands to offer as buttons. */
    public List<Suggestion> suggestions() {
        return suggestions;
    }
}
