package dev.signalman.feature.jobs;

import dev.signalman.card.Card;
import dev.signalman.chat.MessengerException;
import dev.signalman.command.Triage;
import dev.signalman.dispatch.Delivery;
import dev.signalman.dispatch.FollowUp;
import dev.signalman.dispatch.Handler;
import dev.signalman.dispatch.Invocation;
import dev.signalman.dispatch.Outcome;
import dev.signalman.dispatch.RetrySchedule;
import dev.signalman.dispatch.Wake;
import dev.signalman.domain.Place;
import dev.signalman.feature.jobs.PipelineAuthor.Author;
import dev.signalman.port.JobFindings;
import dev.signalman.port.PipelineCardLocations;
import dev.signalman.semaphore.Semaphore;
import dev.signalman.semaphore.SemaphoreException;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Posts, under each card of a failed pipeline, what broke: once per channel, however often it is asked. An attempt
 * makes at most 22 calls to Semaphore for any number of channels, and none when every channel has its message.
 */
final class TriageHandler implements Handler<Triage> {
    private static final Logger LOG = LoggerFactory.getLogger(TriageHandler.class);
    private static final String TOPIC = "triage";

    /** Wait for the notification that names the author; polling often sees the end a moment earlier. */
    private static final Duration UNTIL_NOTIFIED = Duration.ofSeconds(3);

    /** Attempts, about a minute, before it goes on without a missing log, history or name. */
    private static final int ENOUGH = 6;

    private static final int MOST = 1_400;

    private final PipelineCardLocations locations;
    private final Semaphore semaphore;
    private final FailureAnalyzer failureAnalyzer;
    private final JobFindings findings;
    private final PipelineAuthor authors;
    private final ChannelReaders channelReaders;
    private final TriageCardFactory card;

    @Inject
    TriageHandler(
            PipelineCardLocations locations,
            Semaphore semaphore,
            FailureAnalyzer failureAnalyzer,
            JobFindings findings,
            PipelineAuthor authors,
            ChannelReaders channelReaders,
            TriageCardFactory card) {
        this.locations = locations;
        this.semaphore = semaphore;
        this.failureAnalyzer = failureAnalyzer;
        this.findings = findings;
        this.authors = authors;
        this.channelReaders = channelReaders;
        this.card = card;
    }

    @Override
    public Outcome handle(Triage command, Invocation invocation) {
        var channels = locations.lacking(command.pipelineId(), TOPIC);
        if (channels.isEmpty()) {
            return Outcome.nothing();
        }
        if (command.author() == null && command.attempt() == 0) {
            return later(command, invocation, UNTIL_NOTIFIED);
        }
        try {
            return said(command, channels);
        } catch (MessengerException silent) {
            return later(command, invocation, RetrySchedule.BACKGROUND.after(command.attempt()));
        } catch (SemaphoreException silent) {
            var missing = silent.kind() == SemaphoreException.Kind.NOT_FOUND;
            if (command.attempt() >= (missing ? ENOUGH : MOST)) {
                LOG.warn(
                        "Gave up explaining the failure of pipeline {} in its thread: {}",
                        command.pipelineId(),
                        silent.kind());
                return Outcome.nothing();
            }
            return later(command, invocation, RetrySchedule.BACKGROUND.after(command.attempt()));
        }
    }

    private Outcome said(Triage command, List<String> channels) {
        var last = command.attempt() >= ENOUGH;
        var pipeline = semaphore.pipelines().describeInDetail(command.pipelineId());
        if (!pipeline.failed()) {
            return Outcome.nothing();
        }
        var told = channels.stream().anyMatch(command.told()::contains);
        var author = told ? authors.of(pipeline, command.author(), last) : Author.UNKNOWN;
        var failureAnalysis = failureAnalyzer.of(pipeline, last);
        var outcome = Outcome.deliver(channels.stream()
                .map(channel -> new Delivery.UnderPipeline(
                        channel,
                        pipeline.id(),
                        TOPIC,
                        card(failureAnalysis, channel, command.told().contains(channel) ? author : Author.UNKNOWN)))
                .toArray(Delivery[]::new));
        return onTheCard(failureAnalysis, outcome);
    }

    /** Stores what the pipeline's card says of its failed jobs, and has it redrawn. */
    private Outcome onTheCard(FailureAnalysis failureAnalysis, Outcome outcome) {
        var id = failureAnalysis.pipeline().id();
        var stored = outcome;
        for (var found : failureAnalysis.found()) {
            stored = stored.with(findings.failed(id, found.jobId(), found.exitCode(), found.history()));
        }
        return failureAnalysis.found().isEmpty() ? stored : stored.waking(Wake.cards(id));
    }

    private Card card(FailureAnalysis failureAnalysis, String channel, Author author) {
        return channelReaders.mayHoldOthers(Place.channel(channel))
                ? card.withheld(failureAnalysis, author)
                : card.of(failureAnalysis, author);
    }

    private static Outcome later(Triage command, Invocation invocation, Duration wait) {
        return Outcome.nothing().then(new FollowUp(command.again(), invocation.place(), wait));
    }
}
