package dev.signalman.feature.subscriptions;

import dev.signalman.card.Button;
import dev.signalman.card.CardActions;
import dev.signalman.card.ListCard;
import dev.signalman.card.Menu;
import dev.signalman.card.Symbol;
import dev.signalman.card.Text;
import dev.signalman.command.ListPipelines;
import dev.signalman.command.Status;
import dev.signalman.command.Subject;
import dev.signalman.command.TimeBound;
import dev.signalman.domain.Result;
import dev.signalman.subject.SemaphoreLinks;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes the message of a burst: counts, the failed and the running builds, and a menu that opens any build. */
final class BurstCardFactory {
    private static final int MOST_FAILED = 5;
    private static final int MOST_RUNNING = 3;

    /** So that the message stays within Slack's size; the list shows all. */
    private static final int MOST_CHOICES = 30;

    private final SemaphoreLinks links;

    @Inject
    BurstCardFactory(SemaphoreLinks links) {
        this.links = links;
    }

    /**
     * The message.
     *
     * @param over whether the next build gets a message of its own
     */
    ListCard of(String project, Burst burst, boolean over) {
        var failed = ended(burst, Result.FAILED);
        var running = burst.running();
        var counted = burst.builds().size() + (burst.builds().size() == 1 ? " build" : " builds");
        var counts = counts(burst);
        var title = Text.empty()
                .symbol(symbol(burst))
                .bold(project)
                .plain(": " + counted + (over ? " from " : " since "))
                .date(burst.since());
        var timed = over ? title.plain(" to ").date(burst.last()) : title;
        return new ListCard(
                project + ": " + counted + " at once: " + counts + ".",
                timed.plain("  ·  " + counts),
                Stream.concat(rows(failed, MOST_FAILED), rows(running, MOST_RUNNING))
                        .toList(),
                small(failed, running, over),
                new CardActions(List.of(Button.of("Show all", all(project, burst))), menu(burst)));
    }

    private static List<Burst.Build> ended(Burst burst, Result result) {
        return burst.builds().stream().filter(each -> each.result() == result).toList();
    }

    private static Symbol symbol(Burst burst) {
        if (!burst.running().isEmpty()) {
            return Symbol.RUNNING;
        }
        if (!ended(burst, Result.FAILED).isEmpty()) {
            return Symbol.FAILED;
        }
        return ended(burst, Result.PASSED).isEmpty() ? Symbol.NOT_BEGUN : Symbol.PASSED;
    }

    private static String counts(Burst burst) {
        var counts = new ArrayList<String>();
        for (var result : Result.values()) {
            int count = ended(burst, result).size();
            if (count > 0) {
                counts.add(count + " " + word(result));
            }
        }
        int running = burst.running().size();
        if (running > 0) {
            counts.add(running + " running");
        }
        return String.join(", ", counts);
    }

    private static String word(@Nullable Result result) {
        if (result == null) {
            return "running";
        }
        return result == Result.UNKNOWN ? "with unknown result" : result.name().toLowerCase(Locale.ROOT);
    }

    private Stream<Text> rows(List<Burst.Build> builds, int most) {
        return builds.stream().limit(most).map(this::row);
    }

    private Text row(Burst.Build build) {
        var line = Text.empty()
                .symbol(build.result() == null ? Symbol.RUNNING : Symbol.of(build.result()))
                .link(build.branch(), links.pipeline(build.workflowId(), build.pipelineId()));
        var titled = build.title().isEmpty() ? line : line.plain("  " + build.title());
        var committed = build.commit().isEmpty() ? titled : titled.plain("  ").code(build.commit());
        return build.author().isEmpty() ? committed : committed.plain("  " + build.author());
    }

    private static String small(List<Burst.Build> failed, List<Burst.Build> running, boolean over) {
        var more = Stream.of(more(failed, MOST_FAILED, "failed"), more(running, MOST_RUNNING, "running"))
                .filter(each -> !each.isEmpty())
                .collect(Collectors.joining(", "));
        return (more.isEmpty() ? "" : "And " + more + ". ")
                + (over
                        ? "The next build gets its own message."
                        : "Failures are posted as they happen. The rest is counted here.");
    }

    private static String more(List<Burst.Build> builds, int shown, String word) {
        return builds.size() <= shown ? "" : builds.size() - shown + " more " + word;
    }

    private static ListPipelines all(String project, Burst burst) {
        var created = burst.builds().stream().map(Burst.Build::created).sorted().toList();
        return new ListPipelines(
                new Subject.Newest(null, project, null),
                null,
                second(created.get(0), -1),
                second(created.get(created.size() - 1), 1),
                null,
                false);
    }

    /** A whole second, so that the line stays short. */
    private static TimeBound second(Instant at, long later) {
        return new TimeBound.At(Instant.ofEpochSecond(at.getEpochSecond() + later));
    }

    private static Menu menu(Burst burst) {
        var newestFirst = new ArrayList<>(burst.builds());
        Collections.reverse(newestFirst);
        var inOrder = Stream.of(
                        ended(burst, Result.FAILED),
                        burst.running(),
                        newestFirst.stream()
                                .filter(each -> each.result() != null && each.result() != Result.FAILED)
                                .toList())
                .flatMap(List::stream)
                .limit(MOST_CHOICES);
        return new Menu("Open a build…", inOrder.map(BurstCardFactory::choice).toList());
    }

    private static Button choice(Burst.Build build) {
        var named = build.branch() + " " + build.commit() + " " + word(build.result());
        return Button.of(
                build.title().isEmpty() ? named : named + ": " + build.title(),
                new Status(Subject.pipeline(build.pipelineId())));
    }
}
