package dev.signalman;

/** The program's entry point. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        // generated classes would be used a few times each, and generating them is a tenth of a start
        System.setProperty("guice_bytecode_gen_option", "DISABLED");
        System.exit(Signalman.run(arguments));
    }
}
