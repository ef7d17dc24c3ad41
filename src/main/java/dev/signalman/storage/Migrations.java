package dev.signalman.storage;

/**
 * The folder of a package's migrations. Version numbers are unique across all packages.
 *
 * @param folder on the class path, e.g. {@code dev/signalman/engine/migrations}
 */
public record Migrations(String folder) {}
