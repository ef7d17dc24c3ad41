package dev.signalman.command;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A line in the making: words are added, and quoted where reading would take them for something else. */
public final class LineBuilder {
    private static final Set<String> KEYWORDS = Set.of(
            "because",
            "to",
            "override",
            "again",
            "all",
            "nothing",
            "pipeline",
            "workflow",
            "job",
            "project",
            "for",
            "server",
            "anyway",
            "break-glass");
    private static final String HARMLESS = "-_./#+,";

    private final StringBuilder text;

    LineBuilder(String verb) {
        this.text = new StringBuilder(verb);
    }

    /** Adds a word of the language as it is. */
    public LineBuilder keyword(String keyword) {
        text.append(' ').append(keyword);
        return this;
    }

    /** Adds a word of the language if it applies. */
    public LineBuilder flag(String keyword, boolean applies) {
        return applies ? keyword(keyword) : this;
    }

    /** Adds words that are those of a verb; null adds nothing. */
    public LineBuilder words(@Nullable String words) {
        return words == null ? this : keyword(words);
    }

    /** Adds a name; null adds nothing. */
    public LineBuilder name(@Nullable String name) {
        return name == null ? this : keyword(quoted(name));
    }

    /** Adds what should be an id, and else is quoted like a name. */
    public LineBuilder id(String id) {
        return SemaphoreIds.is(id) ? keyword(id) : name(id);
    }

    /** Adds a number; null adds nothing. */
    public LineBuilder number(@Nullable Long number) {
        return number == null ? this : keyword(number.toString());
    }

    /** Adds {@code name=value}; null adds nothing. */
    public LineBuilder option(String name, @Nullable String value) {
        return value == null ? this : keyword(name + "=" + quoted(value));
    }

    /** Adds a bound of time; null adds nothing. */
    public LineBuilder time(String name, @Nullable TimeBound bound) {
        return bound == null ? this : keyword(name + "=" + bound.print());
    }

    /** Adds a word of the language and how long something lasts; null adds nothing. */
    public LineBuilder span(String keyword, @Nullable TimeSpan span) {
        return span == null ? this : keyword(keyword).keyword(span.print());
    }

    /** Adds parameters, in their order; the names of those that are called like an option of the verb in quotes. */
    public LineBuilder parameters(Map<String, String> parameters, Set<String> options) {
        parameters.forEach(
                (name, value) -> keyword((options.contains(name) ? '"' + name + '"' : name) + "=" + quoted(value)));
        return this;
    }

    /** Adds a project and perhaps a branch of it; null adds nothing. */
    public LineBuilder project(@Nullable String project, @Nullable String branch) {
        if (project == null) {
            return this;
        }
        // A slash, which no project has, could make it an address.
        var name = project.indexOf('/') < 0 ? quoted(project) : inQuotes(project);
        return keyword(branch == null ? name : name + "@" + quoted(branch));
    }

    /**
     * Adds a subject; one that was not said adds nothing.
     *
     * @throws IllegalArgumentException for an id that is none, since it would be read as the name of a project
     */
    public LineBuilder subject(Subject subject) {
        if (subject instanceof Subject.Id id) {
            if (!SemaphoreIds.is(id.id())) {
                throw new IllegalArgumentException("Not an id: " + id.id());
            }
            return noun(id.noun()).keyword(id.id().toLowerCase(Locale.ROOT));
        }
        if (subject instanceof Subject.Newest newest) {
            return noun(newest.noun()).project(newest.project(), newest.branch());
        }
        return this;
    }

    /** Adds a reason, which ends the line; null adds nothing. */
    public LineBuilder because(@Nullable String reason) {
        return reason == null ? this : keyword("because").keyword(reason);
    }

    private LineBuilder noun(@Nullable SubjectKind subjectKind) {
        return subjectKind == null ? this : keyword(subjectKind.name().toLowerCase(Locale.ROOT));
    }

    private static String quoted(String value) {
        return harmless(value) ? value : inQuotes(value);
    }

    private static String inQuotes(String value) {
        return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private static boolean harmless(String value) {
        return !value.isEmpty()
                && !KEYWORDS.contains(value.toLowerCase(Locale.ROOT))
                && !SemaphoreIds.resembles(value)
                && value.codePoints().allMatch(c -> Character.isLetterOrDigit(c) || HARMLESS.indexOf(c) >= 0);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
