package dev.signalman.storage;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Marks tests of a store, which get a {@link TestDatabase}. {@code mvn verify} runs them on H2 and again on PostgreSQL,
 * with {@code -Dsignalman.database=postgres}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ParameterizedClass
@MethodSource("dev.signalman.storage.TestDatabase#ofStores")
@Tag("store")
public @interface OnEachDatabase {}
