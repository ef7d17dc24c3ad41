package dev.signalman;

/** Where the program begins. */
public final class Main {
    private Main() {}

    /** Runs what the arguments ask for, and ends with its exit code. */
    public static void main(String[] arguments) {
        System.exit(Signalman.run(arguments));
    }
}
