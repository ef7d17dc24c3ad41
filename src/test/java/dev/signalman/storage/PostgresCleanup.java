package dev.signalman.storage;

import java.io.IOException;
import java.sql.SQLException;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestInstanceFactoryContext;
import org.junit.jupiter.api.extension.TestInstancePreConstructCallback;

/** Removes the PostgreSQL databases of a test when it is over, so that they never fill the memory in which they lie. */
public final class PostgresCleanup implements TestInstancePreConstructCallback, AfterEachCallback {
    @Override
    public void preConstructTestInstance(TestInstanceFactoryContext factory, ExtensionContext context) {
        TestDatabase.begin();
    }

    @Override
    public void afterEach(ExtensionContext context) throws IOException, SQLException {
        TestDatabase.end();
    }
}
