package dev.signalman.storage;

/**
 * Where a package keeps the statements that make its tables. Version numbers are unique among all packages.
 *
 * @param folder on the class path, e.g. {@code dev/signalman/journal/migrations}
 */
public record Migrations(String folder) {}
