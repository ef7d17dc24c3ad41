package dev.signalman.app;

/** The version that the build wrote into the jar. */
final class BuildVersion {
    private BuildVersion() {}

    /** Such as {@code 0.9.0}. */
    static String number() {
        var version = BuildVersion.class.getPackage().getImplementationVersion();
        return version == null ? "(not packaged)" : version;
    }
}
