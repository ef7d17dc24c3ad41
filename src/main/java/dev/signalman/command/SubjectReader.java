package dev.signalman.command;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a command is about. In this order: a noun narrows what follows, which is then never a noun itself ({@code project pipeline}
 * is the project called pipeline); an address; an id; else {@code project} or {@code project@branch}, cut at the first {@code @}, so that
 * a branch may hold more of them. What stands in quotes is always a name: {@code "pipeline"} is a project.
 */
final class SubjectReader {
    /** Words of the language that cannot be a name unless they stand in quotes. */
    static final Set<String> RESERVED = Set.of("to", "override", "again");

    private final SemaphoreUrl urls;

    SubjectReader(URI semaphore) {
        this.urls = new SemaphoreUrl(semaphore);
    }

    /** What an address shows; nothing when it is no page of the organisation, or none that names a subject. */
    Optional<Subject> page(String address) {
        try {
            return Optional.of(urls.read(null, address));
        } catch (Refusal notOurs) {
            return Optional.empty();
        }
    }

    /** The noun that a word is. */
    static Optional<SubjectKind> noun(Word word) {
        for (var subjectKind : SubjectKind.values()) {
            if (word.is(subjectKind.name())) {
                return Optional.of(subjectKind);
            }
        }
        return Optional.empty();
    }

    /**
     * Reads one word.
     *
     * @param subjectKind what was said before it; null for nothing
     * @throws Refusal when it can mean nothing
     */
    Subject read(@Nullable SubjectKind subjectKind, Word word) {
        if (urls.resembles(word.bare())) {
            return urls.read(subjectKind, word.text());
        }
        if (word.plain() && SemaphoreIds.resembles(word.text())) {
            return new Subject.Id(subjectKind, SemaphoreIds.read(word.text()));
        }
        int at = word.bare().indexOf('@');
        if (at < 0) {
            return new Subject.Newest(subjectKind, name(word, "project"), null);
        }
        return new Subject.Newest(subjectKind, name(word.upTo(at), "project"), name(word.from(at + 1), "branch"));
    }

    /** The name that a word is. */
    static String name(Word word, String what) {
        if (word.text().isBlank()) {
            throw new Refusal("The name of a " + what + " is missing.");
        }
        if (word.plain() && RESERVED.contains(word.text().toLowerCase(Locale.ROOT))) {
            throw new Refusal("The name of a " + what + " is missing before " + QuotedText.of(word.text())
                    + ". If that is its name, put it in quotes.");
        }
        return word.text();
    }
}
