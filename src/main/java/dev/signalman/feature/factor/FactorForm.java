package dev.signalman.feature.factor;

import dev.signalman.card.Form;
import dev.signalman.chat.People;
import dev.signalman.command.Factor;
import dev.signalman.command.Factor.Step;
import dev.signalman.command.Grammar;
import dev.signalman.dispatch.CommandForm;
import dev.signalman.dispatch.FormSubmission;
import dev.signalman.dispatch.Invocation;
import dev.signalman.port.SecondFactors;
import dev.signalman.ruling.FactorTrust;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Asks for the first code of a new factor, or for the code of somebody who vouches for another person's. */
final class FactorForm implements CommandForm<Factor> {
    private static final String CODE = "code";

    private final FactorStore store;
    private final CodeVerifier verifier;
    private final SharedRules sharedRules;
    private final FactorTrust trust;
    private final People people;
    private final Grammar grammar;

    @Inject
    FactorForm(
            FactorStore store,
            CodeVerifier verifier,
            SharedRules sharedRules,
            FactorTrust trust,
            People people,
            Grammar grammar) {
        this.store = store;
        this.verifier = verifier;
        this.sharedRules = sharedRules;
        this.trust = trust;
        this.people = people;
        this.grammar = grammar;
    }

    @Override
    public @Nullable Form form(Factor command, Invocation asked) {
        var userId = asked.actor().userId();
        if (command.step() == Step.CONFIRM) {
            return store.offered(userId)
                            .filter(offered -> offered.kind() == Factor.Kind.CODE)
                            .isEmpty()
                    ? null
                    : new Form(
                            "Your second factor",
                            "Confirm",
                            "Enter the code that your authenticator app shows for Signalman.",
                            List.of(SecondFactors.code(CODE)));
        }
        return command.step() == Step.VOUCH ? vouching(Objects.requireNonNull(command.person()), asked) : null;
    }

    private @Nullable Form vouching(String owner, Invocation asked) {
        var voucher = asked.actor().userId();
        var rules = sharedRules.demanding(owner, voucher);
        var proof = trust.proof(CODE, rules, asked);
        if (owner.equals(voucher) || proof.impossible()) {
            return null;
        }
        var name = people.nameOf(owner);
        return new Form(
                "Vouch for " + name,
                "Vouch",
                "Did " + name
                        + " tell you outside Slack that the new second factor is theirs? If so, confirm with your own.",
                "If you didn't speak with " + name + ", close this form.",
                proof.code(),
                proof.link());
    }

    @Override
    public Factor completed(Factor command, FormSubmission filled) {
        var line = grammar.print(command);
        if (command.step() == Step.CONFIRM) {
            verifier.confirm(filled, CODE, line);
        } else if (filled.text(CODE) != null) { // else it comes from the passkey's page
            verifier.prove(filled, CODE, line);
        }
        return command;
    }
}
