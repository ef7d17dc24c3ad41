package dev.signalman.storage;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.multibindings.Multibinder;
import jakarta.inject.Singleton;
import java.util.Set;

/** Opens the {@link Database} at the {@link DatabaseAddress} that is bound, with the {@link Migrations} that every package contributes. */
public final class StorageModule extends AbstractModule {
    @Override
    protected void configure() {
        Multibinder.newSetBinder(binder(), Migrations.class);
    }

    @Provides
    @Singleton
    Database database(DatabaseAddress address, Set<Migrations> migrations) {
        return Database.open(address, migrations);
    }
}
