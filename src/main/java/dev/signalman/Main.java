package dev.signalman;

import dev.signalman.app.ServeCommand;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.util.List;

/** The program's entry point. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        // generated classes would be used a few times each, and generating them is a tenth of a start
        System.setProperty("guice_bytecode_gen_option", "DISABLED");
        System.exit(List.of(arguments).equals(List.of("serve")) ? serve() : Signalman.run(arguments));
    }

    /** Without picocli: no class archive takes its classes, which are of Java 5, and reading them is a sixth of a start. */
    private static int serve() {
        try {
            var err = new FileOutputStream(FileDescriptor.err);
            return ServeCommand.run(new PrintWriter(err, true, Charset.defaultCharset()));
        } catch (InterruptedException | RuntimeException unexpected) {
            unexpected.printStackTrace(); // as picocli does
            return 1;
        }
    }
}
