package dev.signalman.storage;

import java.io.IOException;
import java.sql.SQLException;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestInstanceFactoryContext;
import org.junit.jupiter.api.extension.TestInstancePreConstructCallback;

/**
 * Removes the PostgreSQL databases of a test when it is over, so that they never fill the memory in which they lie. A class with one
 * instance for all its tests keeps them to its end.
 */
public final class PostgresCleanup implements TestInstancePreConstructCallback, AfterEachCallback, AfterAllCallback {
    @Override
    public void preConstructTestInstance(TestInstanceFactoryContext factory, ExtensionContext context) {
        TestDatabase.begin();
    }

    @Override
    public void afterEach(ExtensionContext context) throws IOException, SQLException {
        if (!isForAllTests(context)) {
            TestDatabase.end();
        }
    }

    @Override
    public void afterAll(ExtensionContext context) throws IOException, SQLException {
        if (isForAllTests(context)) {
            TestDatabase.end();
        }
    }

    private static boolean isForAllTests(ExtensionContext context) {
        return context.getTestInstanceLifecycle()
                .filter(Lifecycle.PER_CLASS::equals)
                .isPresent();
    }
}
