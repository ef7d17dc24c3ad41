package dev.signalman.simulator.semaphore;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Works out a {@link Timeline} from a plan and what came between; pure, so that the same story gives the same times. */
final class Reckoning {
    private final PipelinePlan plan;
    private final Instant createdAt;
    private final Interventions told;
    private final Instant runningAt;
    private final Duration grace;

    private Reckoning(PipelinePlan plan, Instant createdAt, Interventions told, Duration grace) {
        this.plan = plan;
        this.createdAt = createdAt;
        this.told = told;
        this.grace = grace;
        var planned = told.begunAt() == null ? createdAt.plus(plan.startsAfter()) : told.begunAt();
        this.runningAt = earlier(planned, told.finishedAt());
    }

    /** {@code grace}: from the request to stop until what runs has stopped. */
    static Timeline timeline(PipelinePlan plan, Instant createdAt, Interventions told, Duration grace) {
        return new Reckoning(plan, createdAt, told, grace).timeline();
    }

    private Timeline timeline() {
        if (told.stoppedAt() != null && told.stoppedAt().isBefore(runningAt)) {
            return unstarted(told.stoppedAt(), Outcome.CANCELED, Reason.USER, "");
        }
        if (plan.error() != null) {
            var reason = plan.error().isEmpty() ? Reason.STUCK : Reason.MALFORMED;
            return unstarted(createdAt.plus(plan.startsAfter()), Outcome.FAILED, reason, plan.error());
        }
        var blocks = new ArrayList<BlockTimes>();
        plan.blocks().forEach(block -> blocks.add(block(block, blocks)));
        var done = blocks.stream().map(BlockTimes::doneAt).max(Comparator.naturalOrder());
        var doneAt = done.orElse(runningAt);
        var result = result(blocks);
        var stopping = told.stoppedAt() != null && told.stoppedAt().isBefore(doneAt) ? told.stoppedAt() : null;
        var reason = blocks.stream()
                .filter(block -> block.result() == result)
                .map(BlockTimes::reason)
                .findFirst()
                .orElse(result == Outcome.PASSED ? Reason.TEST : Reason.USER);
        return new Timeline(createdAt, share(1), share(2), runningAt, stopping, doneAt, result, reason, "", blocks);
    }

    private Timeline unstarted(Instant doneAt, Outcome result, Reason reason, String error) {
        var blocks = plan.blocks().stream()
                .map(block -> new BlockTimes(block.name(), null, null, doneAt, Outcome.CANCELED, reason, List.of()))
                .toList();
        var early = reason == Reason.MALFORMED || reason == Reason.STUCK;
        var pending = early ? null : earlierOrNull(share(1), doneAt);
        var queuing = early ? null : earlierOrNull(share(2), doneAt);
        return new Timeline(createdAt, pending, queuing, null, null, doneAt, result, reason, error, blocks);
    }

    private Instant share(int thirds) {
        return createdAt.plus(Duration.between(createdAt, runningAt)
                .multipliedBy(thirds)
                .dividedBy(3)
                .truncatedTo(ChronoUnit.MICROS));
    }

    private BlockTimes block(BlockPlan block, List<BlockTimes> earlier) {
        var reused = told.reused().get(block.name());
        if (reused != null) {
            return reused;
        }
        var before = earlier.stream()
                .filter(each -> block.after().contains(each.name()))
                .toList();
        var ready = before.stream().map(BlockTimes::doneAt).max(Comparator.naturalOrder());
        var start = later(ready.orElse(runningAt), runningAt);
        var broken =
                before.stream().filter(each -> each.result() != Outcome.PASSED).findFirst();
        if (broken.isPresent()) {
            return canceled(block, start, broken.get().reason());
        }
        var stop = told.stoppedAt();
        if (stop != null && !start.isBefore(stop)) {
            return canceled(block, stop, Reason.USER);
        }
        var started = earlier(start, told.finishedAt());
        if (started.equals(Timeline.NEVER)) {
            return new BlockTimes(block.name(), started, null, Timeline.NEVER, Outcome.PASSED, Reason.TEST, List.of());
        }
        var jobs = block.jobs().stream()
                .map(job -> job(block.name(), job, started))
                .toList();
        var doneAt = jobs.stream()
                .map(JobTimes::finishedAt)
                .max(Comparator.naturalOrder())
                .orElse(started);
        var outcomes = jobs.stream().map(JobTimes::outcome).toList();
        var result = worst(outcomes);
        var stopping = stop != null && stop.isBefore(doneAt) ? stop : null;
        var reason = result == Outcome.STOPPED ? Reason.USER : Reason.TEST;
        return new BlockTimes(block.name(), started, stopping, doneAt, result, reason, jobs);
    }

    private static BlockTimes canceled(BlockPlan block, Instant at, Reason reason) {
        return new BlockTimes(block.name(), null, null, at, Outcome.CANCELED, reason, List.of());
    }

    private JobTimes job(String block, JobPlan job, Instant created) {
        var starts = created.plus(job.waits());
        var ends = job.neverStarts() != null ? starts : job.takes() == null ? Timeline.NEVER : starts.plus(job.takes());
        if (told.heldAt() != null && ends.isAfter(told.heldAt())) {
            ends = Timeline.NEVER;
        }
        var end = told.jobs().get(new JobKey(block, job.name()));
        var outcome = job.outcome();
        var code = job.exitCode();
        var log = job.log();
        if (end != null) {
            ends = later(end.at(), created);
            outcome = end.outcome();
            code = end.exitCode();
            log = Objects.requireNonNullElse(end.log(), log);
        }
        ends = earlier(ends, told.finishedAt());
        var started = job.neverStarts() == null ? starts : null;
        if (outcome == Outcome.STOPPED && starts.isAfter(ends)) {
            started = null;
        }
        var stop = told.stoppedAt();
        if (stop == null || !ends.isAfter(stop)) {
            return new JobTimes(
                    job, created, started == null ? null : earlier(started, ends), null, ends, outcome, code, log);
        }
        return started == null || started.isAfter(stop)
                ? new JobTimes(job, created, null, null, stop, Outcome.STOPPED, 130, log)
                : new JobTimes(job, created, started, stop, stop.plus(grace), Outcome.STOPPED, 130, log);
    }

    private static Outcome result(List<BlockTimes> blocks) {
        var worst = worst(blocks.stream().map(BlockTimes::result).toList());
        // a pipeline that ran is never canceled: blocks that were still to come are
        return worst == Outcome.CANCELED ? Outcome.STOPPED : worst;
    }

    private static Outcome worst(List<Outcome> outcomes) {
        return Stream.of(Outcome.FAILED, Outcome.STOPPED, Outcome.CANCELED)
                .filter(outcomes::contains)
                .findFirst()
                .orElse(Outcome.PASSED);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earlier(Instant one, @Nullable Instant other) {
        return other == null || one.isBefore(other) ? one : other;
    }

    private static @Nullable Instant earlierOrNull(Instant moment, Instant limit) {
        return moment.isAfter(limit) ? null : moment;
    }
}
