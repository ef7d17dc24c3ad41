package dev.signalman.feature.promotions;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the configuration says of promotions; all rules whose name and project match count. */
public record PromotionRules(List<PromotionRule> rules) {
    /** Keeps its own copy. */
    public PromotionRules {
        rules = List.copyOf(rules);
    }

    /** The rules of a promotion in a project. */
    List<PromotionRule> of(String promotion, String project) {
        return rules.stream().filter(rule -> rule.matches(promotion, project)).toList();
    }

    /**
     * One rule.
     *
     * @param name exact, or a glob with {@code *} and {@code ?}
     * @param projects the projects that it holds for; empty for all
     * @param from pipeline files that it starts from; empty when that is not said
     * @param parameters what it takes; null when the rule says nothing of parameters, so that any are let through
     */
    public record PromotionRule(
            String name,
            List<String> projects,
            List<String> from,
            @Nullable List<Parameter> parameters) {
        boolean matches(String promotion, String project) {
            return (projects.isEmpty() || projects.contains(project))
                    && glob(name).matcher(promotion).matches();
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
    }

    /**
     * A parameter that a promotion takes.
     *
     * @param options the only values allowed; empty for any
     */
    public record Parameter(String name, boolean required, List<String> options, String description) {}
}
