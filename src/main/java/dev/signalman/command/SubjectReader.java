package dev.signalman.command;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads subjects. A leading noun gives the kind of the next word, which is then not a noun itself:
 * {@code project pipeline} is the project named pipeline. A word is read as a URL, else as an id, else as
 * {@code project} or {@code project@branch}, split at the first {@code @}, since a branch may contain more. A quoted
 * word is always a name: {@code "pipeline"} is a project.
 */
final class SubjectReader {
    /** Keywords, which are names only in quotes. */
    static final Set<String> RESERVED = Set.of("to", "override", "again");

    private final SemaphoreUrl urls;

    SubjectReader(URI semaphore) {
        this.urls = new SemaphoreUrl(semaphore);
    }

    /** The subject of a URL; empty if it is not a page of the organization, or has no subject. */
    Optional<Subject> page(String address) {
        try {
            return Optional.of(urls.read(null, address));
        } catch (Refusal notOurs) {
            return Optional.empty();
        }
    }

    /** The noun of a word; empty if it is none. */
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
     * @param subjectKind the noun before the word; null for none
     * @throws Refusal when it is invalid
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

    /** The name in a word; {@code what} describes it in a refusal. */
    static String name(Word word, String what) {
        if (word.text().isBlank()) {
            throw new Refusal("Which " + what + "?");
        }
        if (word.plain() && RESERVED.contains(word.text().toLowerCase(Locale.ROOT))) {
            throw new Refusal(
                    "Which " + what + "? If " + QuotedText.of(word.text()) + " is its name, put it in quotes.");
        }
        return word.text();
    }
}
