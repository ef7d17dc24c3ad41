package dev.signalman.feature.promotions;

import dev.signalman.card.Text;
import dev.signalman.domain.NearestName;
import dev.signalman.ruling.Judgement;
import dev.signalman.ruling.Policy;
import dev.signalman.ruling.Policy.Parameter;
import dev.signalman.ruling.Rule;
import dev.signalman.ruling.RuleTopic;
import dev.signalman.ruling.Verdict;
import dev.signalman.ruling.Wish;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Checks the parameters against the configuration before anything happens, since Semaphore's error for a wrong one is
 * unspecific (docs/semaphore.md, "Promotions"). The facts are the definitions of all matching policies; every one
 * applies.
 */
final class ParameterRule implements Rule<Optional<List<Parameter>>> {
    @Inject
    ParameterRule() {}

    @Override
    public RuleTopic topic() {
        return RuleTopic.PARAMETERS;
    }

    @Override
    public Optional<List<Parameter>> gather(Wish wish) {
        var said = wish.policies().stream()
                .map(Policy::parameters)
                .filter(Objects::nonNull)
                .toList();
        return said.isEmpty()
                ? Optional.empty()
                : Optional.of(said.stream().flatMap(List::stream).toList());
    }

    @Override
    public List<Judgement> judge(Wish wish, Optional<List<Parameter>> facts) {
        if (facts.isEmpty()) {
            return List.of(Judgement.met(topic(), "Parameters: any"));
        }
        var known = facts.get();
        var all = new ArrayList<Judgement>();
        wish.parameters().forEach((name, value) -> all.addAll(given(wish.promotion(), known, name, value)));
        known.stream()
                .filter(parameter -> parameter.required() && !wish.parameters().containsKey(parameter.name()))
                .map(Parameter::name)
                .distinct()
                .map(name -> missing(wish.promotion(), first(known, name)))
                .forEach(all::add);
        return all.isEmpty() ? List.of(Judgement.met(topic(), "Parameters: none required")) : all;
    }

    private List<Judgement> given(String promotion, List<Parameter> known, String name, String value) {
        var definitions =
                known.stream().filter(each -> each.name().equals(name)).toList();
        if (definitions.isEmpty()) {
            var names = known.stream().map(Parameter::name).collect(Collectors.toCollection(TreeSet::new));
            var nearest = NearestName.of(name, names, 1);
            return List.of(Judgement.refused(
                    topic(),
                    promotion + " has no parameter " + name + ". "
                            + (nearest.isEmpty() ? takes(names) : "Did you mean " + nearest.get(0) + "?")));
        }
        var wrong = definitions.stream()
                .filter(each -> !each.options().isEmpty() && !each.options().contains(value))
                .map(each -> Judgement.refused(
                        topic(), name + " can't be \"" + value + "\". Use " + String.join(", ", each.options()) + "."))
                .toList();
        return wrong.isEmpty() ? List.of(right(name, value, first(known, name))) : wrong;
    }

    private Judgement right(String name, String value, Parameter parameter) {
        var said = Text.of("Parameters: ").code(name + "=" + value);
        return new Judgement(
                topic(),
                Verdict.MET,
                parameter.options().isEmpty()
                        ? said
                        : said.plain(" is one of " + String.join(", ", parameter.options())),
                List.of(),
                Text.empty());
    }

    private Judgement missing(String promotion, Parameter parameter) {
        var description = parameter.description().isEmpty() ? "" : " (" + parameter.description() + ")";
        var example = parameter.options().isEmpty() ? "…" : parameter.options().get(0);
        return Judgement.of(
                topic(),
                Verdict.FORM,
                promotion + " needs a value for " + parameter.name() + description + ". Add " + parameter.name() + "="
                        + example + ".");
    }

    private static Parameter first(List<Parameter> known, String name) {
        return known.stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static String takes(Set<String> names) {
        return names.isEmpty() ? "It has none." : "It has " + String.join(", ", names) + ".";
    }
}
