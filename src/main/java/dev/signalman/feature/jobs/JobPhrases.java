package dev.signalman.feature.jobs;

import dev.signalman.card.Symbol;
import dev.signalman.domain.Job;
import dev.signalman.domain.JobState;
import dev.signalman.domain.Result;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Words and symbols for a job's state. */
final class JobPhrases {
    private JobPhrases() {}

    /** The state as a verb phrase, e.g. {@code is running}. */
    static String of(Job job) {
        return switch (job.state()) {
            case PENDING, QUEUED, ENQUEUED -> "is queued";
            case RUNNING -> "is running";
            case STOPPING -> "is stopping";
            case FINISHED -> finished(job.result());
            case UNKNOWN -> "is in an unknown state";
        };
    }

    private static String finished(@Nullable Result result) {
        if (result == null) {
            return "is finished";
        }
        return switch (result) {
            case PASSED -> "passed";
            case FAILED -> "failed";
            case STOPPED -> "was stopped";
            case CANCELED -> "was canceled";
            case UNKNOWN -> "is finished";
        };
    }

    /** Whether it ended without having started. */
    static boolean neverStarted(Job job) {
        return job.state() == JobState.FINISHED && job.started() == null;
    }

    static Symbol symbol(Job job) {
        var result = job.result();
        if (job.state() == JobState.FINISHED && result != null) {
            return switch (result) {
                case PASSED -> Symbol.PASSED;
                case FAILED -> Symbol.FAILED;
                case STOPPED -> Symbol.STOPPED;
                case CANCELED -> Symbol.CANCELED;
                case UNKNOWN -> Symbol.NOT_BEGUN;
            };
        }
        return switch (job.state()) {
            case RUNNING, STOPPING -> Symbol.RUNNING;
            case PENDING, QUEUED, ENQUEUED -> Symbol.QUEUED;
            case FINISHED, UNKNOWN -> Symbol.NOT_BEGUN;
        };
    }

    /** Its running time, e.g. {@code 2 min 5 s}; empty before it starts. */
    static String lasted(Job job, Instant now) {
        var began = job.started();
        if (began == null) {
            return "";
        }
        var end = job.finished() == null ? now : job.finished();
        long seconds = Math.max(0, Duration.between(began, end).toSeconds());
        long hours = seconds / 3600;
        long minutes = seconds / 60 % 60;
        if (hours > 0) {
            return hours + " h " + minutes + " min";
        }
        return minutes > 0 ? minutes + " min " + seconds % 60 + " s" : seconds + " s";
    }
}
