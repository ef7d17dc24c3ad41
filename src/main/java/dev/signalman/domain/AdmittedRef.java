package dev.signalman.domain;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Branches, tags or pull requests that a deployment target lets through.
 *
 * @param type {@code BRANCH}, {@code TAG} or {@code PR}, or another word of Semaphore
 * @param mode {@code ALL}, {@code EXACT} or {@code REGEX}
 * @param pattern the name, or a regular expression that is found anywhere in it; empty for {@code ALL}
 */
public record AdmittedRef(String type, String mode, String pattern) {
    private static final String BRANCH = "BRANCH";
    private static final String TAG = "TAG";
    private static final String PULL_REQUEST = "PR";
    private static final String EVERY = "ALL";
    private static final String TAGS = "refs/tags/";
    private static final String PULLS = "pull-request-";

    private static final List<AdmittedRef> ANYTHING = List.of(
            new AdmittedRef(BRANCH, EVERY, ""),
            new AdmittedRef(TAG, EVERY, ""),
            new AdmittedRef(PULL_REQUEST, EVERY, ""));

    /** A pattern of {@code ALL} means nothing. */
    public AdmittedRef {
        pattern = mode.equals(EVERY) ? "" : pattern;
    }

    /**
     * What lets through the references that a rule's {@code branches:} name; no patterns mean any. A glob or regular
     * expression stands for tags if it begins with {@code refs/tags/}, for pull requests if it begins with
     * {@code pull-request-}, else for branches: Semaphore matches each kind without that beginning.
     */
    public static List<AdmittedRef> of(List<RefPattern> patterns) {
        return patterns.isEmpty()
                ? ANYTHING
                : patterns.stream().flatMap(AdmittedRef::of).distinct().toList();
    }

    private static Stream<AdmittedRef> of(RefPattern pattern) {
        var text = pattern.text();
        if (text.startsWith("/")) {
            var regex = text.substring(1, text.length() - 1);
            var anchored = regex.startsWith("^");
            var inside = anchored ? regex.substring(1) : regex;
            return anchored && inside.startsWith(TAGS)
                    ? regex(TAG, "^" + inside.substring(TAGS.length()))
                    : anchored && inside.startsWith(PULLS)
                            ? regex(PULL_REQUEST, "^" + inside.substring(PULLS.length()))
                            : regex(BRANCH, regex);
        }
        if (text.indexOf('*') >= 0 || text.indexOf('?') >= 0) {
            return text.chars().allMatch(c -> c == '*') ? ANYTHING.stream() : glob(text);
        }
        var ref = GitRef.parse(text);
        return Stream.of(new AdmittedRef(
                switch (ref.kind()) {
                    case BRANCH -> BRANCH;
                    case TAG -> TAG;
                    case PULL_REQUEST -> PULL_REQUEST;
                },
                "EXACT",
                ref.name()));
    }

    private static Stream<AdmittedRef> glob(String text) {
        var type = text.startsWith(TAGS) ? TAG : text.startsWith(PULLS) ? PULL_REQUEST : BRANCH;
        var rest = type.equals(TAG)
                ? text.substring(TAGS.length())
                : type.equals(PULL_REQUEST) ? text.substring(PULLS.length()) : text;
        if (rest.equals("*")) {
            return Stream.of(new AdmittedRef(type, EVERY, ""));
        }
        return regex(type, rest.codePoints().mapToObj(AdmittedRef::globbed).collect(Collectors.joining("", "^", "$")));
    }

    private static String globbed(int character) {
        if (character == '*') {
            return ".*";
        }
        if (character == '?') {
            return ".";
        }
        var plain = Character.toString(character);
        return character >= 0x80 || Character.isLetterOrDigit(character) || character == '_' || character == '/'
                ? plain
                : "\\" + plain;
    }

    private static Stream<AdmittedRef> regex(String type, String regex) {
        return Stream.of(new AdmittedRef(type, "REGEX", regex));
    }

    /** The words that people read, such as {@code any tag} or {@code branch main}. */
    public String spoken() {
        var what = switch (type) {
            case BRANCH -> "branch";
            case TAG -> "tag";
            case PULL_REQUEST -> "pull request";
            default -> type;
        };
        return switch (mode) {
            case EVERY -> "any " + what;
            case "EXACT" -> what + " " + pattern;
            default -> what + " like " + pattern;
        };
    }
}
