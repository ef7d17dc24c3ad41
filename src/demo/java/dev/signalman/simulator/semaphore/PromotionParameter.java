package dev.signalman.simulator.semaphore;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A parameter of a promotion, as a pipeline file declares it: required unless it says otherwise.
 *
 * @param options the values allowed; empty for any
 */
public record PromotionParameter(
        String name,
        String description,
        boolean mandatory,
        @Nullable String defaultValue,
        List<String> options) {

    public PromotionParameter {
        options = List.copyOf(options);
    }

    /** A required parameter that takes any value. */
    public static PromotionParameter parameter(String name) {
        return new PromotionParameter(name, "", true, null, List.of());
    }

    public PromotionParameter optional() {
        return new PromotionParameter(name, description, false, defaultValue, options);
    }

    public PromotionParameter byDefault(String value) {
        return new PromotionParameter(name, description, mandatory, value, options);
    }

    public PromotionParameter options(String... values) {
        return new PromotionParameter(name, description, mandatory, defaultValue, List.of(values));
    }

    boolean allows(String value) {
        return options.isEmpty() || options.contains(value) || value.equals(defaultValue);
    }
}
