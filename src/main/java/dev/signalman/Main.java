package dev.signalman;

/** The program's entry point. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        System.exit(Signalman.run(arguments));
    }
}
