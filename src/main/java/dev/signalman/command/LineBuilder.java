package dev.signalman.command;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Builds a line, and quotes words that would otherwise be read as something else. */
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
            "break-glass",
            "at",
            "after");
    private static final String HARMLESS = "-_./#+,";

    private final StringBuilder text;

    LineBuilder(String verb) {
        this.text = new StringBuilder(verb);
    }

    /** Adds a keyword. */
    public LineBuilder keyword(String keyword) {
        text.append(' ').append(keyword);
        return this;
    }

    /** Adds a keyword if it applies. */
    public LineBuilder flag(String keyword, boolean applies) {
        return applies ? keyword(keyword) : this;
    }

    /** Adds the words of a verb; null adds nothing. */
    public LineBuilder words(@Nullable String words) {
        return words == null ? this : keyword(words);
    }

    /** Adds a name; null adds nothing. */
    public LineBuilder name(@Nullable String name) {
        return name == null ? this : keyword(quoted(name));
    }

    /** Adds an id; anything else is quoted like a name. */
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

    /** Adds a time bound; null adds nothing. */
    public LineBuilder time(String name, @Nullable TimeBound bound) {
        return bound == null ? this : keyword(name + "=" + bound.print());
    }

    /** Adds a keyword and a time span; null adds nothing. */
    public LineBuilder span(String keyword, @Nullable TimeSpan span) {
        return span == null ? this : keyword(keyword).keyword(span.print());
    }

    /** Adds a time with its keyword; null adds nothing. */
    public LineBuilder scheduled(@Nullable ScheduledTime time) {
        return time == null ? this : keyword(time.print());
    }

    /** Adds parameters in order; a name that is also an option of the verb is quoted. */
    public LineBuilder parameters(Map<String, String> parameters, Set<String> options) {
        parameters.forEach(
                (name, value) -> keyword((options.contains(name) ? '"' + name + '"' : name) + "=" + quoted(value)));
        return this;
    }

    /** Adds a project and perhaps its branch; a null project adds nothing. */
    public LineBuilder project(@Nullable String project, @Nullable String branch) {
        if (project == null) {
            return this;
        }
        // An unquoted slash could make it a URL; no project name has one.
        var name = project.indexOf('/') < 0 ? quoted(project) : inQuotes(project);
        return keyword(branch == null ? name : name + "@" + quoted(branch));
    }

    /**
     * Adds a subject; {@link Subject.Unsaid} adds nothing.
     *
     * @throws IllegalArgumentException for an invalid id, which would be read as a project's name
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
