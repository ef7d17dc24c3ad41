package dev.signalman.app.config;

import dev.signalman.feature.audit.RulesFileChange;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reloads the configuration while the bot runs. If the new one has a fault, the current one stays. */
public final class ConfigurationReloader {
    private static final Logger LOG = LoggerFactory.getLogger(ConfigurationReloader.class);

    private final CurrentConfiguration currentConfiguration;
    private final Consumer<String> rulesFiles;
    private final InstantSource clock;
    private volatile ReloadStatus last;

    @Inject
    ConfigurationReloader(CurrentConfiguration currentConfiguration, RulesFileChange rulesFiles, InstantSource clock) {
        this(currentConfiguration, rulesFiles::note, clock);
    }

    /** Calls {@code rulesFiles} with each new file before it applies; if that throws, the file is refused. */
    ConfigurationReloader(CurrentConfiguration currentConfiguration, Consumer<String> rulesFiles, InstantSource clock) {
        this.currentConfiguration = currentConfiguration;
        this.rulesFiles = rulesFiles;
        this.clock = clock;
        this.last = ReloadStatus.atTheStart(clock.instant());
    }

    /** A source of configurations. */
    public interface Source {
        /**
         * Reads the configuration.
         *
         * @throws FaultyConfigurationException with every fault
         */
        Configuration read() throws FaultyConfigurationException;
    }

    /** The result of the last reload. */
    public ReloadStatus last() {
        return last;
    }

    /** Reloads, applies the configuration unless it has faults, and logs the result. */
    public synchronized void from(Source source) {
        try {
            take(source.read());
        } catch (FaultyConfigurationException faulty) {
            refuse(faulty.faults());
        } catch (RuntimeException broken) {
            LOG.error("Reloading the configuration failed; the previous one stays active", broken);
            refuse(List.of(new ConfigurationFault("the configuration", "could not be reloaded; see the log")));
        }
    }

    private void take(Configuration read) {
        var before = currentConfiguration.now();
        var after = before.taking(read);
        rulesFiles.accept(after.rulesFile());
        currentConfiguration.become(after);
        var changed = ConfigurationDiff.between(before, after);
        var waiting = ConfigurationDiff.waiting(before, read);
        last = ReloadStatus.taken(clock.instant(), waiting);
        LOG.info("Reloaded the configuration; changed: {}", changed.isEmpty() ? "nothing" : String.join(", ", changed));
        for (var key : waiting) {
            LOG.warn("{} changed too; restart to apply it", key);
        }
    }

    private void refuse(List<ConfigurationFault> faults) {
        last = last.refused(clock.instant(), faults);
        LOG.warn("The configuration was not reloaded because it has errors; the previous one stays active:");
        faults.forEach(fault -> LOG.warn("  {}", fault));
    }
}
