package dev.signalman.feature.doctor;

import dev.signalman.card.Button;
import dev.signalman.checkup.CheckContext;
import dev.signalman.checkup.CheckResult;
import dev.signalman.checkup.Checkup;
import dev.signalman.command.Doctor;
import dev.signalman.command.Grammar;
import dev.signalman.dispatch.Handler;
import dev.signalman.dispatch.Invocation;
import dev.signalman.dispatch.Outcome;
import dev.signalman.port.CommandAccess;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;

/** Runs all checks, and offers what fixes a problem. */
final class DoctorHandler implements Handler<Doctor> {
    private final Checkup checkup;
    private final Grammar grammar;
    private final CommandAccess access;

    @Inject
    DoctorHandler(Checkup checkup, Grammar grammar, CommandAccess access) {
        this.checkup = checkup;
        this.grammar = grammar;
        this.access = access;
    }

    @Override
    public Outcome handle(Doctor command, Invocation invocation) {
        var checkContext = CheckContext.in(invocation.place().channel());
        try {
            var checkResults = checkup.look(checkContext);
            return Outcome.answer(CheckupCardFactory.of(checkResults, command.all(), fixes(checkResults, invocation)));
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Shutting down during the checks", ending);
        }
    }

    /** Buttons for what the person may fix here. */
    private List<Button> fixes(List<CheckResult> checkResults, Invocation invocation) {
        return checkResults.stream()
                .map(CheckResult::fix)
                .filter(Objects::nonNull)
                .map(fix -> Button.of(fix.label(), grammar.read(fix.line())))
                .filter(button -> access.admits(button.command(), invocation))
                .toList();
    }
}
