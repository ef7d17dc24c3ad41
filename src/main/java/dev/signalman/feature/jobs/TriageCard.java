package dev.signalman.feature.jobs;

import dev.signalman.card.Actions;
import dev.signalman.card.Answer;
import dev.signalman.card.Button;
import dev.signalman.card.Card;
import dev.signalman.card.Excerpt;
import dev.signalman.card.Text;
import dev.signalman.command.Logs;
import dev.signalman.command.Rebuild;
import dev.signalman.command.Subject;
import dev.signalman.domain.Block;
import dev.signalman.domain.Pipeline;
import dev.signalman.domain.ResultReason;
import dev.signalman.feature.jobs.ToldAuthor.Author;
import dev.signalman.subject.ProjectDirectory;
import dev.signalman.subject.SemaphoreLinks;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is said under the card of a pipeline that failed. */
final class TriageCard {
    private static final int MOST_NAMED = 3;

    private final ProjectDirectory projects;
    private final SemaphoreLinks links;

    @Inject
    TriageCard(ProjectDirectory projects, SemaphoreLinks links) {
        this.projects = projects;
        this.links = links;
    }

    Card of(Diagnosis diagnosis, Author author) {
        var first = diagnosis.first();
        if (first == null) {
            return withoutJob(diagnosis.pipeline(), author, false);
        }
        var printed = diagnosis.printed();
        if (printed == null) {
            return answer(
                    diagnosis,
                    author,
                    Text.of(" failed"),
                    List.of("There is no log of it to show. Semaphore says: " + SecretMask.mask(diagnosis.silence())));
        }
        if (printed.trimmed()) {
            return answer(diagnosis, author, Text.of(" failed"), List.of(TriageWords.TRIMMED));
        }
        var how = TriageWords.ending(printed);
        if (printed.end().body().isEmpty()) {
            return answer(diagnosis, author, how, List.of("It printed nothing."));
        }
        var small = small(diagnosis);
        small.add(TriageWords.extent(printed));
        return new Excerpt(
                author.spoken() + sentence(diagnosis.pipeline()) + " in " + title(first) + ": "
                        + TriageWords.spoken(printed),
                headline(author, first, how),
                printed.end().body(),
                String.join(" ", small),
                buttons(diagnosis.pipeline(), first));
    }

    /** For a channel where others read along: nothing that was printed, and no command. */
    Card withheld(Diagnosis diagnosis, Author author) {
        return diagnosis.first() == null
                ? withoutJob(diagnosis.pipeline(), author, true)
                : answer(
                        diagnosis,
                        author,
                        Text.of(" failed"),
                        List.of("People of other organisations may read this channel, so I show no log here."));
    }

    private Card answer(Diagnosis diagnosis, Author author, Text how, List<String> remarks) {
        var first = diagnosis.broken().get(0);
        var small = small(diagnosis);
        small.addAll(remarks);
        return new Answer(
                author.spoken() + sentence(diagnosis.pipeline()) + " in " + title(first) + ".",
                List.of(headline(author, first, how)),
                small,
                buttons(diagnosis.pipeline(), first));
    }

    /** A malformed file, a block that could not be run, or something that Semaphore gives a word for at most. */
    private Card withoutJob(Pipeline pipeline, Author author, boolean withheld) {
        var why = why(pipeline);
        var said = error(pipeline);
        var headline = author.address().plain(why).plain("  ·  ").link("open in Semaphore", links.pipeline(pipeline));
        var sentence = author.spoken() + sentence(pipeline) + ". " + why + ".";
        var buttons = buttons(pipeline, null);
        if (said.isEmpty()) {
            return new Answer(sentence, List.of(headline), List.of(), buttons);
        }
        return withheld
                ? new Answer(
                        sentence,
                        List.of(headline),
                        List.of("People of other organisations may read this channel, so I do not show what it says."),
                        buttons)
                : new Excerpt(sentence, headline, LogEnd.of(said).body(), "So Semaphore says.", buttons);
    }

    private static String why(Pipeline pipeline) {
        if (pipeline.reason() == ResultReason.MALFORMED) {
            return "No job ran: the pipeline file is not well formed";
        }
        var begun = pipeline.blocks().stream().anyMatch(block -> !block.jobs().isEmpty());
        if (pipeline.reason() == ResultReason.STUCK) {
            return begun
                    ? "No job failed: Semaphore found the pipeline stuck and gave it up"
                    : "No job ran: Semaphore did not get the branch or tag from the git host, and gave up. Check its name";
        }
        return begun ? "No job failed, yet the pipeline did" : "No job ran before it failed";
    }

    private static String error(Pipeline pipeline) {
        return pipeline.error().isBlank()
                ? pipeline.blocks().stream()
                        .filter(block -> !block.error().isBlank())
                        .map(TriageCard::error)
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

    private static String title(BrokenJob job) {
        return job.block() + ", " + job.name();
    }

    private Text headline(Author author, BrokenJob job, Text how) {
        return author.address()
                .bold(job.block() + " › " + job.name())
                .text(how)
                .plain("  ·  ")
                .link("whole log", links.job(job.job().id()));
    }

    private static List<String> small(Diagnosis diagnosis) {
        var small = new ArrayList<String>();
        var past = diagnosis.past();
        if (past != null) {
            small.add(past.words(diagnosis.pipeline().ref().spoken()));
        }
        var others = diagnosis.broken().subList(1, diagnosis.broken().size());
        if (!others.isEmpty()) {
            var names = others.stream().limit(MOST_NAMED).map(BrokenJob::name).collect(Collectors.joining(", "));
            small.add((others.size() == 1 ? "One more job failed: " : others.size() + " more jobs failed: ")
                    + names
                    + (others.size() > MOST_NAMED ? " …" : "."));
        }
        return small;
    }

    /** A pipeline of which nothing ran has nothing to rebuild. */
    private static Actions buttons(Pipeline pipeline, @Nullable BrokenJob job) {
        var buttons = new ArrayList<Button>();
        if (!pipeline.blocks().isEmpty()) {
            buttons.add(Button.of("Rebuild failed", new Rebuild(Subject.pipeline(pipeline.id())))
                    .primary());
        }
        if (job != null) {
            buttons.add(Button.of("Logs", new Logs(Subject.job(job.job().id()))));
        }
        return Actions.of(buttons);
    }
}
