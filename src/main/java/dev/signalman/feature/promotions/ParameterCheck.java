package dev.signalman.feature.promotions;

import dev.signalman.command.Refusal;
import dev.signalman.domain.Nearest;
import dev.signalman.feature.promotions.PromotionRules.Parameter;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Checks parameters against the configuration before anything happens: for a wrong one Semaphore only says that something broke
 * (docs/semaphore.md, "Promotions").
 */
final class ParameterCheck {
    private final PromotionRules rules;

    @Inject
    ParameterCheck(PromotionRules rules) {
        this.rules = rules;
    }

    void check(String promotion, String project, Map<String, String> given) {
        var known = rules.of(promotion, project).stream()
                .map(PromotionRules.PromotionRule::parameters)
                .filter(Objects::nonNull)
                .flatMap(List::stream)
                .collect(Collectors.toMap(Parameter::name, each -> each, (first, second) -> first));
        var saysNothing = rules.of(promotion, project).stream().allMatch(rule -> rule.parameters() == null);
        if (saysNothing) {
            return;
        }
        given.forEach((name, value) -> checkOne(promotion, known, name, value));
        known.values().stream()
                .filter(parameter -> parameter.required() && !given.containsKey(parameter.name()))
                .findFirst()
                .ifPresent(missing -> {
                    throw new Refusal(promotion + " needs a value for " + missing.name() + description(missing)
                            + ". Add " + missing.name() + "=" + example(missing) + ".");
                });
    }

    private static void checkOne(String promotion, Map<String, Parameter> known, String name, String value) {
        var parameter = known.get(name);
        if (parameter == null) {
            var nearest = Nearest.of(name, known.keySet(), 1);
            throw new Refusal(promotion + " takes no parameter " + name + ". "
                    + (nearest.isEmpty() ? takes(known) : "Did you mean " + nearest.get(0) + "?"));
        }
        if (!parameter.options().isEmpty() && !parameter.options().contains(value)) {
            throw new Refusal(
                    name + " cannot be \"" + value + "\". It can be " + String.join(", ", parameter.options()) + ".");
        }
    }

    private static String takes(Map<String, Parameter> known) {
        return known.isEmpty()
                ? "It takes none."
                : "It takes " + known.keySet().stream().sorted().collect(Collectors.joining(", ")) + ".";
    }

    private static String description(Parameter parameter) {
        return parameter.description().isEmpty() ? "" : " (" + parameter.description() + ")";
    }

    private static String example(Parameter parameter) {
        return parameter.options().isEmpty() ? "…" : parameter.options().get(0);
    }
}
