package dev.signalman;

/** The command line's entry. */
public final class Main {
    private Main() {}

    /** Starts what the arguments ask for. */
    public static void main(String[] arguments) {
        Runtime.getRuntime().exit(arguments.length == 0 ? 2 : 0);
    }
}
