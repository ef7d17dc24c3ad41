package dev.signalman.feature.doctor;

import com.google.inject.AbstractModule;
import com.google.inject.Scopes;
import com.google.inject.multibindings.Multibinder;
import dev.signalman.checkup.Check;
import dev.signalman.checkup.Checkup;
import dev.signalman.command.Doctor;
import dev.signalman.dispatch.HandlerBinder;

/** Binds the verb {@code doctor}; each package contributes its checks. */
public final class DoctorModule extends AbstractModule {
    @Override
    protected void configure() {
        Multibinder.newSetBinder(binder(), Check.class);
        bind(Checkup.class).in(Scopes.SINGLETON);
        HandlerBinder.handlers(binder()).bind(Doctor.class, DoctorHandler.class);
    }
}
