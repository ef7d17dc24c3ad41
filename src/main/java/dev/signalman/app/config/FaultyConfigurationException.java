package dev.signalman.app.config;

import java.util.List;
import java.util.stream.Collectors;

/** Thrown for a configuration with faults; lists all of them. */
public final class FaultyConfigurationException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<ConfigurationFault> faults;

    /** Faults, in the order of reading. */
    public FaultyConfigurationException(List<ConfigurationFault> faults) {
        super(faults.stream().map(ConfigurationFault::toString).collect(Collectors.joining("\n")));
        this.faults = List.copyOf(faults);
    }

    /** All faults, in the order of reading. */
    public List<ConfigurationFault> faults() {
        return faults;
    }
}
