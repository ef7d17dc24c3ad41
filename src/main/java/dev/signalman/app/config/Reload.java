package dev.signalman.app.config;

import dev.signalman.feature.audit.RulesChange;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the configuration anew while the bot runs. One that has a fault is not taken: what held before still does. */
public final class Reload {
    private static final Logger LOG = LoggerFactory.getLogger(Reload.class);

    private final InForce inForce;
    private final Consumer<String> rulesFiles;
    private final InstantSource clock;
    private volatile Rereading last;

    @Inject
    Reload(InForce inForce, RulesChange rulesFiles, InstantSource clock) {
        this(inForce, rulesFiles::note, clock);
    }

    /** {@code rulesFiles} is told of each file before it holds; when it throws, the file is not taken. */
    Reload(InForce inForce, Consumer<String> rulesFiles, InstantSource clock) {
        this.inForce = inForce;
        this.rulesFiles = rulesFiles;
        this.clock = clock;
        this.last = Rereading.atTheStart(clock.instant());
    }

    /** Where a configuration is read from. */
    public interface Source {
        /**
         * Reads.
         *
         * @throws FaultyConfigurationException with every fault
         */
        Configuration read() throws FaultyConfigurationException;
    }

    /** How it went the last time. */
    public Rereading last() {
        return last;
    }

    /** Reads, takes what is sound for all that is judged from now on, and logs how it went. */
    public synchronized void from(Source source) {
        try {
            take(source.read());
        } catch (FaultyConfigurationException faulty) {
            refuse(faulty.faults());
        } catch (RuntimeException broken) {
            LOG.error("Reading the configuration anew broke", broken);
            refuse(List.of(new Fault("the configuration", "could not be read anew; the log says why")));
        }
    }

    private void take(Configuration read) {
        var before = inForce.now();
        var after = before.taking(read);
        rulesFiles.accept(after.rulesFile());
        inForce.become(after);
        var changed = Changes.between(before, after);
        var waiting = Changes.waiting(before, read);
        last = Rereading.taken(clock.instant(), waiting);
        LOG.info(
                "Read the configuration anew; changed: {}", changed.isEmpty() ? "nothing" : String.join(", ", changed));
        for (var key : waiting) {
            LOG.warn("{} was changed too, and takes effect only after a restart", key);
        }
    }

    private void refuse(List<Fault> faults) {
        last = last.refused(clock.instant(), faults);
        LOG.warn("The configuration was read anew and has faults, so what held before still does:");
        faults.forEach(fault -> LOG.warn("  {}", fault));
    }
}
