package dev.signalman.storage;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.multibindings.Multibinder;
import dev.signalman.checkup.Check;
import jakarta.inject.Singleton;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Opens the {@link Database} at the {@link DatabaseAddress} that is bound, with the {@link Migrations} that every package contributes. */
public final class StorageModule extends AbstractModule {
    private @Nullable DatabaseOpenResult databaseOpenResult;

    /** Opens the database on first use and migrates it. */
    public StorageModule() {}

    /** For a caller that has tried to open the database itself. */
    public StorageModule(DatabaseOpenResult databaseOpenResult) {
        this.databaseOpenResult = databaseOpenResult;
    }

    @Override
    protected void configure() {
        Multibinder.newSetBinder(binder(), Migrations.class);
        bind(DatabaseCheck.class);
        bind(DataFolderCheck.class);
        var checks = Multibinder.newSetBinder(binder(), Check.class);
        checks.addBinding().to(DatabaseCheck.class);
        checks.addBinding().to(DataFolderCheck.class);
    }

    @Provides
    @Singleton
    DatabaseOpenResult opening(DatabaseAddress address, Set<Migrations> migrations) {
        if (databaseOpenResult == null) {
            databaseOpenResult =
                    open(address, migrations); // Guice calls again after a failure, and each try may take seconds
        }
        return databaseOpenResult;
    }

    private static DatabaseOpenResult open(DatabaseAddress address, Set<Migrations> migrations) {
        try {
            return new DatabaseOpenResult.Open(Database.open(address, migrations));
        } catch (ClosedDatabaseException closed) {
            return new DatabaseOpenResult.Closed(closed);
        }
    }

    @Provides
    @Singleton
    Database database(DatabaseOpenResult databaseOpenResult) {
        if (databaseOpenResult instanceof DatabaseOpenResult.Open open) {
            return open.database();
        }
        throw ((DatabaseOpenResult.Closed) databaseOpenResult).why();
    }
}
