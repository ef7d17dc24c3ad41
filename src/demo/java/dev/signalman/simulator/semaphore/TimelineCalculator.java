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

/** Computes a {@link Timeline} from plan, interventions and pace. */
final class TimelineCalculator {
    private final PipelinePlan plan;
    private final Instant createdAt;
    private final PipelineInterventions told;
    private final Instant runningAt;
    private final Duration grace;
    private final JobSpeed pace;

    private TimelineCalculator(
            PipelinePlan plan, Instant createdAt, PipelineInterventions told, Duration grace, JobSpeed pace) {
        this.plan = plan;
        this.createdAt = createdAt;
        this.told = told;
        this.grace = grace;
        this.pace = pace;
        var planned = told.begunAt() == null ? pace.after(createdAt, plan.startsAfter()) : told.begunAt();
        this.runningAt = earlier(planned, told.finishedAt());
    }

    /** {@code grace}: time from a stop request until everything has stopped. */
    static Timeline timeline(
            PipelinePlan plan, Instant createdAt, PipelineInterventions told, Duration grace, JobSpeed pace) {
        return new TimelineCalculator(plan, createdAt, told, grace, pace).timeline();
    }

    private Timeline timeline() {
        if (told.stoppedAt() != null && told.stoppedAt().isBefore(runningAt)) {
            return unstarted(told.stoppedAt(), SimulatedResult.CANCELED, SimulatedResultReason.USER, "");
        }
        if (plan.error() != null) {
            var reason = plan.error().isEmpty() ? SimulatedResultReason.STUCK : SimulatedResultReason.MALFORMED;
            return unstarted(pace.after(createdAt, plan.startsAfter()), SimulatedResult.FAILED, reason, plan.error());
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
                .orElse(result == SimulatedResult.PASSED ? SimulatedResultReason.TEST : SimulatedResultReason.USER);
        return new Timeline(createdAt, share(1), share(2), runningAt, stopping, doneAt, result, reason, "", blocks);
    }

    private Timeline unstarted(Instant doneAt, SimulatedResult result, SimulatedResultReason reason, String error) {
        var blocks = plan.blocks().stream()
                .map(block ->
                        new BlockTimes(block.name(), null, null, doneAt, SimulatedResult.CANCELED, reason, List.of()))
                .toList();
        var early = reason == SimulatedResultReason.MALFORMED || reason == SimulatedResultReason.STUCK;
        var pending = early ? null : earlierOrNull(share(1), doneAt);
        var queuing = early ? null : earlierOrNull(share(2), doneAt);
        return new Timeline(createdAt, pending, queuing, null, null, doneAt, result, reason, error, blocks);
    }

    private Instant share(int thirds) {
        var share = createdAt.plus(third(Duration.between(createdAt, runningAt), thirds));
        // a change of the pace must not undo what has been reached
        return earlier(share, pace.after(createdAt, third(plan.startsAfter(), thirds)));
    }

    private static Duration third(Duration whole, int thirds) {
        return whole.multipliedBy(thirds).dividedBy(3).truncatedTo(ChronoUnit.MICROS);
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
        var broken = before.stream()
                .filter(each -> each.result() != SimulatedResult.PASSED)
                .findFirst();
        if (broken.isPresent()) {
            return canceled(block, start, broken.get().reason());
        }
        var stop = told.stoppedAt();
        if (stop != null && !start.isBefore(stop)) {
            return canceled(block, stop, SimulatedResultReason.USER);
        }
        var started = earlier(start, told.finishedAt());
        if (started.equals(Timeline.NEVER)) {
            return new BlockTimes(
                    block.name(),
                    started,
                    null,
                    Timeline.NEVER,
                    SimulatedResult.PASSED,
                    SimulatedResultReason.TEST,
                    List.of());
        }
        var jobs = block.jobs().stream()
                .map(job -> job(block.name(), job, started))
                .toList();
        var doneAt = jobs.stream()
                .map(JobTimes::finishedAt)
                .max(Comparator.naturalOrder())
                .orElse(started);
        var simulatedResults = jobs.stream().map(JobTimes::outcome).toList();
        var result = worst(simulatedResults);
        var stopping = stop != null && stop.isBefore(doneAt) ? stop : null;
        var reason = result == SimulatedResult.STOPPED ? SimulatedResultReason.USER : SimulatedResultReason.TEST;
        return new BlockTimes(block.name(), started, stopping, doneAt, result, reason, jobs);
    }

    private static BlockTimes canceled(BlockPlan block, Instant at, SimulatedResultReason reason) {
        return new BlockTimes(block.name(), null, null, at, SimulatedResult.CANCELED, reason, List.of());
    }

    private JobTimes job(String block, JobPlan job, Instant created) {
        var starts = pace.after(created, job.waits());
        var ends = job.neverStarts() != null
                ? starts
                : job.takes() == null ? Timeline.NEVER : pace.after(starts, job.takes());
        if (told.heldAt() != null && ends.isAfter(told.heldAt())) {
            ends = Timeline.NEVER;
        }
        var end = told.jobs().get(new JobKey(block, job.name()));
        var simulatedResult = job.outcome();
        var code = job.exitCode();
        var log = job.log();
        if (end != null) {
            ends = later(end.at(), created);
            simulatedResult = end.outcome();
            code = end.exitCode();
            log = Objects.requireNonNullElse(end.log(), log);
        }
        ends = earlier(ends, told.finishedAt());
        var started = job.neverStarts() == null ? starts : null;
        if (simulatedResult == SimulatedResult.STOPPED && starts.isAfter(ends)) {
            started = null;
        }
        var stop = told.stoppedAt();
        if (stop == null || !ends.isAfter(stop)) {
            return new JobTimes(
                    job,
                    created,
                    started == null ? null : earlier(started, ends),
                    null,
                    ends,
                    simulatedResult,
                    code,
                    log);
        }
        return started == null || started.isAfter(stop)
                ? new JobTimes(job, created, null, null, stop, SimulatedResult.STOPPED, 130, log)
                : new JobTimes(job, created, started, stop, pace.after(stop, grace), SimulatedResult.STOPPED, 130, log);
    }

    private static SimulatedResult result(List<BlockTimes> blocks) {
        var worst = worst(blocks.stream().map(BlockTimes::result).toList());
        // a pipeline that ran is never canceled; its remaining blocks are
        return worst == SimulatedResult.CANCELED ? SimulatedResult.STOPPED : worst;
    }

    private static SimulatedResult worst(List<SimulatedResult> simulatedResults) {
        return Stream.of(SimulatedResult.FAILED, SimulatedResult.STOPPED, SimulatedResult.CANCELED)
                .filter(simulatedResults::contains)
                .findFirst()
                .orElse(SimulatedResult.PASSED);
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
