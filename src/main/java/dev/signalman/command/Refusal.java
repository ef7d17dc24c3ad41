package dev.signalman.command;

import java.time.Instant;
import java.util.List;

/** Refuses a command, with a reason that the person can act on. Nothing was changed. */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Suggestion> suggestions;
    private final transient List<Instant> times;

    /** Refuses in whole sentences, e.g. {@code There is no verb "promot".}; they may contain foreign text. */
    public Refusal(String sentences, List<Suggestion> suggestions) {
        this(sentences, suggestions, List.of());
    }

    /** Refuses without suggestions. */
    public Refusal(String sentences) {
        this(sentences, List.of());
    }

    private Refusal(String sentences, List<Suggestion> suggestions, List<Instant> times) {
        super(sentences, null, false, false);
        this.suggestions = List.copyOf(suggestions);
        this.times = List.copyOf(times);
    }

    /**
     * The same refusal, whose sentences contain these times as {@link dev.signalman.domain.UtcTimeFormat} writes them; its
     * card shows them in the reader's own zone.
     */
    public Refusal naming(List<Instant> moments) {
        return new Refusal(sentences(), suggestions, moments);
    }

    /** The reason, and what would be right. */
    public String sentences() {
        return String.valueOf(getMessage());
    }

    /** Commands to offer as buttons. */
    public List<Suggestion> suggestions() {
        return suggestions;
    }

    /** The times in the sentences, in their order. */
    public List<Instant> times() {
        return times;
    }
}
