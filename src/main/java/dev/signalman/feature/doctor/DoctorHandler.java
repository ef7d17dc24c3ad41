package dev.signalman.feature.doctor;

import dev.signalman.checkup.CheckContext;
import dev.signalman.checkup.Checkup;
import dev.signalman.command.Doctor;
import dev.signalman.dispatch.Handler;
import dev.signalman.dispatch.Invocation;
import dev.signalman.dispatch.Outcome;
import jakarta.inject.Inject;

/** Runs all checks. */
final class DoctorHandler implements Handler<Doctor> {
    private final Checkup checkup;

    @Inject
    DoctorHandler(Checkup checkup) {
        this.checkup = checkup;
    }

    @Override
    public Outcome handle(Doctor command, Invocation invocation) {
        var checkContext = CheckContext.in(invocation.place().channel());
        try {
            return Outcome.answer(CheckupCard.of(checkup.look(checkContext), command.all()));
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Shutting down during the checks", ending);
        }
    }
}
