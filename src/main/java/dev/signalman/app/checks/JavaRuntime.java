package dev.signalman.app.checks;

import java.nio.charset.Charset;

/**
 * What the program runs on.
 *
 * @param javaVersion the feature release, e.g. 17
 * @param charset in which Java turns text into bytes when it is not told otherwise
 */
public record JavaRuntime(int javaVersion, String charset) {
    /** This very one. */
    public static JavaRuntime thisOne() {
        return new JavaRuntime(
                Runtime.version().feature(), Charset.defaultCharset().name());
    }
}
