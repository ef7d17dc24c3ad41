package dev.signalman.simulator.semaphore.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalman.simulator.semaphore.JobState;
import dev.signalman.simulator.semaphore.JobTimes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** The events of a log: output comes in chunks that keep to no line. */
final class LogEvents {
    private static final int CHUNK = 47;

    private final ArrayNode events = JsonNodeFactory.instance.arrayNode();
    private final JobTimes job;
    private final Instant now;

    private LogEvents(JobTimes job, Instant now) {
        this.job = job;
        this.now = now;
    }

    /** The events of a job that has started; of one that runs, those up to {@code now}. */
    static ArrayNode of(JobTimes job, Instant now) {
        return new LogEvents(job, now).all();
    }

    private ArrayNode all() {
        long start = Objects.requireNonNull(job.startedAt()).getEpochSecond();
        var finished = job.state(now) == JobState.FINISHED;
        long end = finished ? job.finishedAt().getEpochSecond() : now.getEpochSecond();
        event("job_started", start);
        command("Exporting environment variables", start, start, 0, List.of("Exporting CI\n"));
        var commands = job.plan().commands();
        for (int index = 0; index + 1 < commands.size(); index++) {
            command(commands.get(index), start, start, 0, List.of());
        }
        var last = commands.isEmpty() ? "true" : commands.get(commands.size() - 1);
        event("cmd_started", start).put("directive", last);
        for (var chunk : chunks(job.log())) {
            event("cmd_output", end).put("output", chunk);
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

    /** Never through the middle of a character. */
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
