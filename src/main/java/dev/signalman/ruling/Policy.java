package dev.signalman.ruling;

import dev.signalman.semaphore.Whose;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the configuration says of promotions of one name.
 *
 * @param place where it stands in the file, e.g. {@code promotions[0]}
 * @param name exact, or a glob with {@code *} and {@code ?}; neither case nor spaces at its ends or doubled ones matter, so that no way
 *     of writing a name leads past it
 * @param projects the projects that it holds for; empty for all
 * @param files pipeline files whose run or rebuild is this promotion too
 * @param from pipeline files that it starts from; empty when that is not said
 * @param parameters what it takes; null when nothing is said of parameters, so that any are let through
 * @param as with whose token it goes
 */
public record Policy(
        String place,
        String name,
        List<String> projects,
        List<String> files,
        List<String> from,
        @Nullable List<Parameter> parameters,
        Approvals approvals,
        Whose as) {
    private static final Pattern SPACES = Pattern.compile("\\s+", Pattern.UNICODE_CHARACTER_CLASS);

    /** Keeps its own copies. */
    public Policy {
        projects = List.copyOf(projects);
        files = List.copyOf(files);
        from = List.copyOf(from);
        parameters = parameters == null ? null : List.copyOf(parameters);
    }

    /** One that asks for no approval, the first of the file. */
    public static Policy of(
            String name, List<String> projects, List<String> from, @Nullable List<Parameter> parameters) {
        return new Policy("promotions[0]", name, projects, List.of(), from, parameters, Approvals.NONE, Whose.SERVICE);
    }

    /** The same with other approvals. */
    public Policy with(Approvals other) {
        return new Policy(place, name, projects, files, from, parameters, other, as);
    }

    /** The same with files whose run or rebuild is this promotion too. */
    public Policy starting(List<String> others) {
        return new Policy(place, name, projects, others, from, parameters, approvals, as);
    }

    /** The same with another one's token. */
    public Policy as(Whose other) {
        return new Policy(place, name, projects, files, from, parameters, approvals, other);
    }

    /** Whether it is about this promotion of this project. */
    public boolean matches(String promotion, String project) {
        return holdsIn(project) && glob(plain(name)).matcher(plain(promotion)).matches();
    }

    /** Whether it is about promotions of this project at all. */
    public boolean holdsIn(String project) {
        return projects.isEmpty() || projects.contains(project);
    }

    private static String plain(String name) {
        var folded = Normalizer.normalize(name, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return SPACES.matcher(folded).replaceAll(" ").strip();
    }

    private static Pattern glob(String glob) {
        var regex = glob.codePoints()
                .mapToObj(c -> switch (c) {
                    case '*' -> ".*";
                    case '?' -> ".";
                    default -> Pattern.quote(Character.toString(c));
                })
                .collect(Collectors.joining());
        return Pattern.compile(regex, Pattern.DOTALL);
    }

    /**
     * A parameter that a promotion takes.
     *
     * @param options the only values allowed; empty for any
     */
    public record Parameter(String name, boolean required, List<String> options, String description) {
        /** Keeps its own copy. */
        public Parameter {
            options = List.copyOf(options);
        }
    }
}
