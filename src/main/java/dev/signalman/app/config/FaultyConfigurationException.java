package dev.signalman.app.config;

import java.util.List;
import java.util.stream.Collectors;

/** The configuration cannot be used; all its faults are listed. */
public final class FaultyConfigurationException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<ConfigurationFault> faults;

    FaultyConfigurationException(List<ConfigurationFault> faults) {
        super(faults.stream().map(ConfigurationFault::toString).collect(Collectors.joining("\n")));
        this.faults = List.copyOf(faults);
    }

    /** All that is wrong, in the order of reading. */
    public List<ConfigurationFault> faults() {
        return faults;
    }
}
