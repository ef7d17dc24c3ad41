package dev.signalman.simulator.semaphore.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalman.simulator.semaphore.JobTimes;
import dev.signalman.simulator.semaphore.SimulatedJobState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * The events of a log: output in chunks that ignore line ends; a log that is too big ends with a sentence and no
 * further event.
 */
final class LogEvents {
    private static final int CHUNK = 47;
    private static final String TRIMMED = "Content of the log is bigger than 16MB. Log is trimmed.";

    private final ArrayNode events = JsonNodeFactory.instance.arrayNode();
    private final JobTimes job;
    private final Instant now;
    private final int most;

    private LogEvents(JobTimes job, Instant now, int most) {
        this.job = job;
        this.now = now;
        this.most = most;
    }

    /**
     * A started job's events, up to {@code now} if it runs; at most {@code most} characters of the last command's
     * output.
     */
    static ArrayNode of(JobTimes job, Instant now, int most) {
        return new LogEvents(job, now, most).all();
    }

    private ArrayNode all() {
        long start = Objects.requireNonNull(job.startedAt()).getEpochSecond();
        var finished = job.state(now) == SimulatedJobState.FINISHED;
        long end = finished ? job.finishedAt().getEpochSecond() : now.getEpochSecond();
        event("job_started", start);
        command("Exporting environment variables", start, start, 0, List.of("Exporting CI\n"));
        var commands = job.plan().commands();
        for (int index = 0; index + 1 < commands.size(); index++) {
            command(commands.get(index), start, start, 0, List.of());
        }
        var last = commands.isEmpty() ? "true" : commands.get(commands.size() - 1);
        event("cmd_started", start).put("directive", last);
        int printed = 0;
        for (var chunk : chunks(job.log())) {
            if (printed > most) {
                event("cmd_output", end).put("output", TRIMMED);
                return events;
            }
            event("cmd_output", end).put("output", chunk);
            printed += chunk.length();
        }
        if (finished) {
            finish(last, start, end, job.exitCode());
            event("job_finished", end).put("result", job.outcome().name().toLowerCase(Locale.ROOT));
        }
        return events;
    }

    private void command(String directive, long start, long end, int exitCode, List<String> output) {
        event("cmd_started", start).put("directive", directive);
        output.forEach(text -> event("cmd_output", start).put("output", text));
        finish(directive, start, end, exitCode);
    }

    private void finish(String directive, long start, long end, int exitCode) {
        event("cmd_finished", end)
                .put("directive", directive)
                .put("exit_code", exitCode)
                .put("started_at", start)
                .put("finished_at", end);
    }

    private ObjectNode event(String kind, long timestamp) {
        return events.addObject().put("event", kind).put("timestamp", timestamp);
    }

    /** Splits text, never within a character. */
    private static List<String> chunks(String text) {
        var chunks = new ArrayList<String>();
        int from = 0;
        while (from < text.length()) {
            int to = Math.min(from + CHUNK, text.length());
            if (to < text.length() && Character.isHighSurrogate(text.charAt(to - 1))) {
                to++;
            }
            chunks.add(text.substring(from, to));
            from = to;
        }
        return chunks;
    }
}
