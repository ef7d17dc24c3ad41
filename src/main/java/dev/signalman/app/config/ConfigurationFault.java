package dev.signalman.app.config;

/**
 * An error in the configuration.
 *
 * @param place the variable, or the file with line and key
 * @param sentence what is wrong and what would be right; contains no secret
 */
public record ConfigurationFault(String place, String sentence) {
    @Override
    public String toString() {
        return place + ": " + sentence;
    }
}
