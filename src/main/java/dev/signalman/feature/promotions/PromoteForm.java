package dev.signalman.feature.promotions;

import dev.signalman.card.Field;
import dev.signalman.card.Form;
import dev.signalman.card.FormOption;
import dev.signalman.command.Grammar;
import dev.signalman.command.Promote;
import dev.signalman.dispatch.CommandForm;
import dev.signalman.dispatch.FormSubmission;
import dev.signalman.dispatch.Invocation;
import dev.signalman.port.SecondFactors;
import dev.signalman.ruling.FactorTrust;
import dev.signalman.ruling.Policies;
import dev.signalman.ruling.Policy;
import dev.signalman.ruling.Policy.Parameter;
import dev.signalman.subject.SubjectResolver;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Asks in a form for missing parameters, when a rule requires one of them, and for a code, when breaking the glass needs a
 * second factor. It does not check the values; {@link ParameterRule} does.
 */
final class PromoteForm implements CommandForm<Promote> {
    private static final int LONGEST = 255;
    private static final int LONGEST_NAME = 60;
    private static final int MOST = 40;

    /** Its name is none of a parameter's. */
    private static final String CODE = "second-factor";

    private final Supplier<Policies> policies;
    private final SubjectResolver subjectResolver;
    private final SecondFactors factors;
    private final FactorTrust trust;
    private final Grammar grammar;

    @Inject
    PromoteForm(
            Supplier<Policies> policies,
            SubjectResolver subjectResolver,
            SecondFactors factors,
            FactorTrust trust,
            Grammar grammar) {
        this.policies = policies;
        this.subjectResolver = subjectResolver;
        this.factors = factors;
        this.trust = trust;
        this.grammar = grammar;
    }

    @Override
    public @Nullable Form form(Promote command, Invocation asked) {
        var rules = policies.get();
        var asking = asking(command, asked);
        var stepsUp =
                command.breakGlass() && !FactorTrust.glassDemands(rules.all()).isEmpty();
        if (!stepsUp && missing(command, rules.all()).noneMatch(asking)) {
            return null; // saves the call that finds the project
        }
        var project = subjectResolver
                .project(command.subject(), asked, subject -> command)
                .project()
                .name();
        var matching = rules.of(command.promotion(), project);
        var missing = once(missing(command, matching));
        var fits = missing.size() <= MOST
                && missing.stream().allMatch(each -> each.name().length() <= LONGEST_NAME);
        var fields = new ArrayList<Field>();
        if (fits && missing.stream().anyMatch(asking)) {
            missing.forEach(each -> fields.add(field(each)));
        }
        var demands = command.breakGlass() ? FactorTrust.glassDemands(matching) : List.<Policy>of();
        var proof = trust.proof(CODE, demands, asked);
        if (fields.isEmpty() && proof.impossible()) {
            return null;
        }
        var words = demands.isEmpty()
                ? ""
                : "Deploys " + project + " to " + command.promotion() + " now, without approvals.";
        return new Form("Promote to " + command.promotion(), "Promote", words, "", proof.after(fields), proof.link());
    }

    /**
     * The parameters that justify a form: the required ones. A first press justifies optional ones, too, since a button
     * has no other way to give them.
     */
    private static Predicate<Parameter> asking(Promote command, Invocation asked) {
        var bare = command.parameters().isEmpty() && !command.again();
        return asked.origin().press() != null && bare ? each -> true : Parameter::required;
    }

    /** The parameters of the policies that may apply, without those that were given. */
    private static Stream<Parameter> missing(Promote command, List<Policy> among) {
        return among.stream()
                .filter(policy -> policy.names(command.promotion()))
                .map(Policy::parameters)
                .filter(Objects::nonNull)
                .flatMap(List::stream)
                .filter(each -> !command.parameters().containsKey(each.name()));
    }

    /** Merges parameters by name; one is required if any rule requires it. */
    private static Collection<Parameter> once(Stream<Parameter> parameters) {
        var once = new LinkedHashMap<String, Parameter>();
        parameters.forEach(each -> once.merge(
                each.name(),
                each,
                (one, other) -> new Parameter(
                        one.name(), one.required() || other.required(), one.options(), one.description())));
        return once.values();
    }

    private static Field field(Parameter parameter) {
        if (parameter.options().isEmpty()) {
            return new Field.Written(
                    parameter.name(),
                    parameter.name(),
                    parameter.description(),
                    parameter.required(),
                    null,
                    LONGEST,
                    false);
        }
        return new Field.Chosen(
                parameter.name(),
                parameter.name(),
                parameter.description(),
                parameter.required(),
                parameter.options().stream().distinct().map(FormOption::of).toList(),
                List.of(),
                false);
    }

    @Override
    public Promote completed(Promote command, FormSubmission filled) {
        var parameters = new LinkedHashMap<>(command.parameters());
        new TreeMap<>(filled.values()).forEach((name, given) -> {
            if (!name.equals(CODE)) {
                parameters.put(name, given.get(0));
            }
        });
        var completed = command.with(parameters);
        if (filled.text(CODE) != null) {
            factors.prove(filled, CODE, grammar.print(completed));
        }
        return completed;
    }
}
