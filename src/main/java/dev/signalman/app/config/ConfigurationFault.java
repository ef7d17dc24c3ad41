package dev.signalman.app.config;

/**
 * Something wrong in the configuration.
 *
 * @param place the variable, or the file with line and key
 * @param sentence what is wrong, and what would be right; it never holds a secret
 */
public record ConfigurationFault(String place, String sentence) {
    @Override
    public String toString() {
        return place + ": " + sentence;
    }
}
