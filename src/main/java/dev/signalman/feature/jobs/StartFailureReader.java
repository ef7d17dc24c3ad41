package dev.signalman.feature.jobs;

import dev.signalman.semaphore.Semaphore;
import dev.signalman.semaphore.SemaphoreException;
import jakarta.inject.Inject;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads why a job failed without having started, e.g. since no machine of its type exists. */
final class StartFailureReader {
    private static final Logger LOG = LoggerFactory.getLogger(StartFailureReader.class);
    private static final int LONGEST = 300;

    private final Semaphore semaphore;

    @Inject
    StartFailureReader(Semaphore semaphore) {
        this.semaphore = semaphore;
    }

    /** The reason in Semaphore's words, masked, cut and without a full stop; empty for a job that started, or when unknown. */
    String of(String jobId) {
        try {
            var reason = SecretMask.mask(semaphore.jobs().failureReason(jobId))
                    .strip()
                    .replaceFirst("\\.+$", "");
            return reason.codePointCount(0, reason.length()) <= LONGEST
                    ? reason
                    : reason.substring(0, reason.offsetByCodePoints(0, LONGEST)) + "…";
        } catch (SemaphoreException silent) {
            LOG.info("Semaphore didn't say why job {} didn't start: {}", jobId, silent.kind());
            return "";
        }
    }
}
