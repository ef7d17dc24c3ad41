package dev.signalman.app.checks;

import java.nio.charset.Charset;

/**
 * The Java runtime.
 *
 * @param javaVersion the feature release, e.g. 17
 * @param charset Java's default charset
 */
public record JavaRuntime(int javaVersion, String charset) {
    public static JavaRuntime thisOne() {
        return new JavaRuntime(
                Runtime.version().feature(), Charset.defaultCharset().name());
    }
}
