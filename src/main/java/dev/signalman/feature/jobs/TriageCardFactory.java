package dev.signalman.feature.jobs;

import dev.signalman.card.Button;
import dev.signalman.card.Card;
import dev.signalman.card.CardActions;
import dev.signalman.card.LogExcerpt;
import dev.signalman.card.Text;
import dev.signalman.card.TextCard;
import dev.signalman.command.Logs;
import dev.signalman.command.Rebuild;
import dev.signalman.command.Subject;
import dev.signalman.domain.Block;
import dev.signalman.domain.Pipeline;
import dev.signalman.domain.ResultReason;
import dev.signalman.feature.jobs.PipelineAuthor.Author;
import dev.signalman.subject.ProjectDirectory;
import dev.signalman.subject.SemaphoreLinks;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes the message under a failed pipeline's card. */
final class TriageCardFactory {
    private static final int MOST_NAMED = 3;

    private final ProjectDirectory projects;
    private final SemaphoreLinks links;

    @Inject
    TriageCardFactory(ProjectDirectory projects, SemaphoreLinks links) {
        this.projects = projects;
        this.links = links;
    }

    Card of(FailureAnalysis failureAnalysis, Author author) {
        var first = failureAnalysis.first();
        if (first == null) {
            return withoutJob(failureAnalysis.pipeline(), author, false);
        }
        var failureOutput = failureAnalysis.printed();
        if (failureAnalysis.neverStarted()) {
            return answer(
                    failureAnalysis,
                    author,
                    Text.of(" never started"),
                    List.of("Semaphore says: " + failureAnalysis.silence() + "."));
        }
        if (failureOutput == null) {
            return answer(
                    failureAnalysis,
                    author,
                    Text.of(" failed"),
                    List.of("No log. Semaphore says: " + SecretMask.mask(failureAnalysis.silence())));
        }
        if (failureOutput.trimmed()) {
            return answer(failureAnalysis, author, Text.of(" failed"), List.of(TriagePhrases.TRIMMED));
        }
        var how = TriagePhrases.ending(failureOutput);
        if (failureOutput.end().body().isEmpty()) {
            return answer(failureAnalysis, author, how, List.of("It printed nothing."));
        }
        var small = small(failureAnalysis);
        small.add(TriagePhrases.extent(failureOutput));
        return new LogExcerpt(
                author.spoken() + sentence(failureAnalysis.pipeline()) + " in " + title(first) + ": "
                        + TriagePhrases.spoken(failureOutput),
                headline(author, first, how),
                failureOutput.end().body(),
                String.join(" ", small),
                buttons(failureAnalysis.pipeline(), first));
    }

    /** The message for a channel with other organizations: no output, and no command. */
    Card withheld(FailureAnalysis failureAnalysis, Author author) {
        return failureAnalysis.first() == null
                ? withoutJob(failureAnalysis.pipeline(), author, true)
                : answer(
                        failureAnalysis,
                        author,
                        Text.of(" failed"),
                        List.of("People of other organizations can read this channel, so logs aren't shown here."));
    }

    private Card answer(FailureAnalysis failureAnalysis, Author author, Text how, List<String> remarks) {
        var first = failureAnalysis.broken().get(0);
        var small = small(failureAnalysis);
        small.addAll(remarks);
        return new TextCard(
                author.spoken() + sentence(failureAnalysis.pipeline()) + " in " + title(first) + ".",
                List.of(headline(author, first, how)),
                small,
                buttons(failureAnalysis.pipeline(), first));
    }

    /** The message for a failure without a failed job: a malformed file, or a block that could not run. */
    private Card withoutJob(Pipeline pipeline, Author author, boolean withheld) {
        var why = why(pipeline);
        var said = error(pipeline);
        var headline = author.address().plain(why).plain("  ·  ").link("open in Semaphore", links.pipeline(pipeline));
        var sentence = author.spoken() + sentence(pipeline) + ". " + why + ".";
        var buttons = buttons(pipeline, null);
        if (said.isEmpty()) {
            return new TextCard(sentence, List.of(headline), List.of(), buttons);
        }
        return withheld
                ? new TextCard(
                        sentence,
                        List.of(headline),
                        List.of("People of other organizations can read this channel, so the error isn't shown here."),
                        buttons)
                : new LogExcerpt(sentence, headline, LogSnippet.of(said).body(), "Reported by Semaphore.", buttons);
    }

    private static String why(Pipeline pipeline) {
        if (pipeline.reason() == ResultReason.MALFORMED) {
            return "No job ran: the pipeline file is invalid";
        }
        var begun = pipeline.blocks().stream().anyMatch(block -> !block.jobs().isEmpty());
        if (pipeline.reason() == ResultReason.STUCK) {
            return begun
                    ? "No job failed: Semaphore gave up because the pipeline was stuck"
                    : "No job ran: Semaphore couldn't fetch the branch or tag from the Git host. Check its name";
        }
        return begun ? "The pipeline failed, but none of its jobs did" : "It failed before any job ran";
    }

    private static String error(Pipeline pipeline) {
        return pipeline.error().isBlank()
                ? pipeline.blocks().stream()
                        .filter(block -> !block.error().isBlank())
                        .map(TriageCardFactory::error)
                        .collect(Collectors.joining("\n"))
                : pipeline.error();
    }

    private static String error(Block block) {
        return block.name() + ": " + block.error();
    }

    private String sentence(Pipeline pipeline) {
        return projects.nameOf(pipeline.projectId()) + " failed on "
                + pipeline.ref().spoken();
    }

    private static String title(FailedPipelineJob job) {
        return job.block() + ", " + job.name();
    }

    private Text headline(Author author, FailedPipelineJob job, Text how) {
        return author.address()
                .bold(job.block() + " › " + job.name())
                .text(how)
                .plain("  ·  ")
                .link("whole log", links.job(job.job().id()));
    }

    private static List<String> small(FailureAnalysis failureAnalysis) {
        var small = new ArrayList<String>();
        var past = failureAnalysis.past();
        if (past != null) {
            small.add(past.words(failureAnalysis.pipeline().ref().spoken()));
        }
        var others =
                failureAnalysis.broken().subList(1, failureAnalysis.broken().size());
        if (!others.isEmpty()) {
            var names = others.stream()
                    .limit(MOST_NAMED)
                    .map(FailedPipelineJob::name)
                    .collect(Collectors.joining(", "));
            small.add((others.size() == 1 ? "1 more job failed: " : others.size() + " more jobs failed: ")
                    + names
                    + (others.size() > MOST_NAMED ? " …" : "."));
        }
        return small;
    }

    /** A pipeline of which nothing ran has nothing to rebuild. */
    private static CardActions buttons(Pipeline pipeline, @Nullable FailedPipelineJob job) {
        var buttons = new ArrayList<Button>();
        if (!pipeline.blocks().isEmpty()) {
            buttons.add(Button.of("Rebuild failed", new Rebuild(Subject.pipeline(pipeline.id())))
                    .primary());
        }
        if (job != null) {
            buttons.add(Button.of("Logs", new Logs(Subject.job(job.job().id()))));
        }
        return CardActions.of(buttons);
    }
}
