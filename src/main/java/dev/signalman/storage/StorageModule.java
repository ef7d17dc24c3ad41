package dev.signalman.storage;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.multibindings.Multibinder;
import jakarta.inject.Singleton;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Opens the {@link Database} at the {@link DatabaseAddress} that is bound, with the {@link Migrations} that every package contributes. */
public final class StorageModule extends AbstractModule {
    private @Nullable ClosedDatabaseException closed;

    @Override
    protected void configure() {
        Multibinder.newSetBinder(binder(), Migrations.class);
    }

    @Provides
    @Singleton
    Database database(DatabaseAddress address, Set<Migrations> migrations) {
        if (closed != null) {
            throw closed; // Guice asks again for each part that wants it, and each try may take seconds
        }
        try {
            return Database.open(address, migrations);
        } catch (ClosedDatabaseException failed) {
            closed = failed;
            throw failed;
        }
    }
}
