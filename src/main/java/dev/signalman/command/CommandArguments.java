package dev.signalman.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The words of a line after its verb. A verb takes names and subjects from front to back; options, parameters, flags
 * and the reason may be anywhere. Words that the verb does not take are refused. Each {@link Refusal} has one sentence;
 * {@link Grammar} appends the right usage.
 */
public final class CommandArguments {
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");

    private final SubjectReader subjects;
    private final List<Word> names = new ArrayList<>();
    private final ParameterAssignments assignments;
    private @Nullable String reason;

    CommandArguments(List<Word> words, @Nullable String reason, SubjectReader subjects) {
        this.subjects = subjects;
        this.reason = reason;
        words.stream().filter(word -> !word.assigns()).forEach(names::add);
        this.assignments =
                new ParameterAssignments(words.stream().filter(Word::assigns).toList());
    }

    /** Whether no name or subject is left. */
    public boolean isEmpty() {
        return names.isEmpty();
    }

    /** Takes the remaining words in lower case, joined by spaces; null for none. */
    public @Nullable String rest() {
        if (names.isEmpty()) {
            return null;
        }
        var rest = String.join(" ", names.stream().map(Word::text).toList()).toLowerCase(Locale.ROOT);
        names.clear();
        return rest;
    }

    /** Takes a name; {@code what} describes it in a refusal. */
    public String name(String what) {
        if (names.isEmpty()) {
            throw new Refusal("Which " + what + "?");
        }
        return SubjectReader.name(names.remove(0), what);
    }

    /** Takes an optional subject. */
    public Subject subject() {
        if (names.isEmpty()) {
            return new Subject.Unsaid();
        }
        var first = names.remove(0);
        var noun = SubjectReader.noun(first);
        if (noun.isEmpty()) {
            return subjects.read(null, first);
        }
        if (names.isEmpty()) {
            throw new Refusal("Which " + first.text() + "? If that is a project's name, put it in quotes.");
        }
        return subjects.read(noun.get(), names.remove(0));
    }

    /** Takes an optional project, perhaps with a branch, as a subject. An id is taken as a project's. */
    public Subject projectOrUnsaid() {
        var subject = subject();
        if (subject instanceof Subject.Id id && (id.noun() == null || id.noun() == SubjectKind.PROJECT)) {
            return new Subject.Id(SubjectKind.PROJECT, id.id());
        }
        var subjectKind = subject instanceof Subject.Newest newest ? newest.noun() : null;
        if (subject instanceof Subject.Id || (subjectKind != null && subjectKind != SubjectKind.PROJECT)) {
            throw new Refusal("Name a project, such as web.");
        }
        return subject;
    }

    /** Takes a project and perhaps its branch; null when nothing is left. */
    public Subject.@Nullable Newest project() {
        var subject = projectOrUnsaid();
        if (subject instanceof Subject.Id id) {
            return new Subject.Newest(null, id.id(), null);
        }
        return subject instanceof Subject.Newest newest ? newest : null;
    }

    /** Takes a project's name without a branch; null when nothing is left. */
    public @Nullable String projectAlone() {
        var project = project();
        return project == null ? null : project.alone();
    }

    /** Takes a keyword anywhere after the first name; false if there is none. */
    public boolean flag(String keyword) {
        for (int i = 1; i < names.size(); i++) {
            if (names.get(i).is(keyword)) {
                names.remove(i);
                return true;
            }
        }
        return false;
    }

    /** Takes the next word if it is this keyword; else false. */
    public boolean next(String keyword) {
        boolean is = !names.isEmpty() && names.get(0).is(keyword);
        if (is) {
            names.remove(0);
        }
        return is;
    }

    /**
     * Takes a keyword anywhere after the first name, and the time span that follows it; null if there is none.
     *
     * @param what what the first name is, for a refusal if the keyword is in its place
     */
    public @Nullable TimeSpan span(String keyword, String what) {
        if (!names.isEmpty() && names.get(0).is(keyword)) {
            throw new Refusal("Which " + what + "? If " + QuotedText.of(keyword) + " is its name, put it in quotes.");
        }
        for (int i = 1; i < names.size(); i++) {
            if (names.get(i).is(keyword)) {
                names.remove(i);
                if (i == names.size()) {
                    throw new Refusal("For how long? Add a time after " + QuotedText.of(keyword) + ", such as 2h.");
                }
                return TimeSpan.parse(names.remove(i).text());
            }
        }
        return null;
    }

    /**
     * Takes {@code at} and a time, or {@code after the freeze}, anywhere after the first name; null if there is neither.
     *
     * @param what what the first name is, for a refusal if the keyword is in its place
     */
    public @Nullable ScheduledTime scheduledTime(String what) {
        for (int i = 0; i < names.size(); i++) {
            boolean at = names.get(i).is("at");
            if (!at && !names.get(i).is("after")) {
                continue;
            }
            if (i == 0) {
                throw new Refusal("Which " + what + "? If "
                        + QuotedText.of(names.get(i).text()) + " is its name, put it in quotes.");
            }
            names.remove(i);
            var rest = names.subList(i, names.size());
            if (at) {
                return ScheduledTime.takeAt(rest);
            }
            if (!rest.isEmpty() && rest.get(0).is("the")) {
                rest.remove(0);
            }
            if (rest.isEmpty() || !rest.get(0).is("freeze")) {
                throw new Refusal("After what? The only choice is: after the freeze. For a time, use \"at\": at 9:00.");
            }
            rest.remove(0);
            return new ScheduledTime.AfterFreeze();
        }
        return null;
    }

    /** Takes a keyword and the one name that follows it; null if there is no such keyword. */
    public @Nullable String nameAfter(String keyword, String what) {
        for (int i = 0; i < names.size(); i++) {
            if (names.get(i).is(keyword)) {
                var after = names.subList(i, names.size());
                if (after.size() > 2) {
                    throw new Refusal(
                            "Unexpected word " + QuotedText.of(after.get(2).text()) + ".");
                }
                if (after.size() < 2) {
                    throw new Refusal("Which " + what + "? Name it after " + QuotedText.of(keyword) + ".");
                }
                var name = SubjectReader.name(after.get(1), what);
                after.clear();
                return name;
            }
        }
        return null;
    }

    /** Takes an option's value; null when it is not given. */
    public @Nullable String option(String name) {
        var value = assignments.take(name);
        if (value != null && value.isBlank()) {
            throw new Refusal(name + "= needs a value.");
        }
        return value;
    }

    /** Takes an option's time bound; null when it is not given. */
    public @Nullable TimeBound time(String name) {
        var value = option(name);
        return value == null ? null : TimeBound.parse(value);
    }

    /** Takes an option's number from 0 to 999999999; 0 when it is not given. */
    public int count(String name) {
        var value = position(name);
        return value == null ? 0 : value.intValue();
    }

    /** Takes an option's number from 0 to 999999999, a position in a list; null when it is not given. */
    public @Nullable Long position(String name) {
        var value = option(name);
        if (value == null) {
            return null;
        }
        if (!NUMBER.matcher(value).matches()) {
            throw new Refusal(QuotedText.of(value) + " isn't a number.");
        }
        return Long.valueOf(value);
    }

    /** Takes a number from 1 to {@code most}; {@code usual} when nothing is left. */
    public int number(int usual, int most) {
        if (names.isEmpty()) {
            return usual;
        }
        var word = names.remove(0).text();
        int number = NUMBER.matcher(word).matches() ? Integer.parseInt(word) : 0;
        if (number < 1 || number > most) {
            throw new Refusal(QuotedText.of(word) + " isn't a number from 1 to " + most + ".");
        }
        return number;
    }

    /** Takes every remaining {@code NAME=value}; refuses the names in {@code reserved}. */
    public Map<String, String> parameters(Set<String> reserved) {
        return assignments.takeAll(reserved);
    }

    /** Takes the reason; null when it is not given. */
    public @Nullable String reason() {
        var taken = reason;
        reason = null;
        if (taken != null && taken.isEmpty()) {
            throw new Refusal("Add a reason after " + QuotedText.of("because") + ".");
        }
        return taken;
    }

    /** Refuses the remaining words. */
    void end() {
        if (!names.isEmpty()) {
            throw new Refusal("Unexpected word " + QuotedText.of(names.get(0).text()) + ".");
        }
        assignments.end();
        if (reason != null) {
            throw new Refusal("This takes no reason. If " + QuotedText.of("because") + " is a name, put it in quotes.");
        }
    }
}
