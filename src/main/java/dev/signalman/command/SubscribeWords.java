package dev.signalman.command;

import dev.signalman.domain.Ending;
import dev.signalman.domain.Nearest;
import dev.signalman.domain.RefPattern;
import dev.signalman.domain.Wanted;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The words of {@code subscribe} as they were said, before they are understood; what was not said is null. */
record SubscribeWords(
        @Nullable String project,
        @Nullable String branch,
        @Nullable String result,
        @Nullable String pipeline,
        @Nullable String mode,
        @Nullable String threads,
        @Nullable String mention) {
    private static final int LONGEST_FILE = 250;
    private static final List<String> MODES = List.of("done", "live");
    private static final List<String> ON_OR_OFF = List.of("on", "off");

    static SubscribeWords of(Words words) {
        var project = words.project();
        return new SubscribeWords(
                project == null ? null : project.project(),
                project == null ? null : project.branch(),
                words.option("result"),
                words.option("pipeline"),
                words.option("mode"),
                words.option("threads"),
                words.option("mention"));
    }

    Subscribe read() {
        return new Subscribe(
                project,
                new Wanted(
                        branch == null ? null : pattern(branch),
                        endings(),
                        file(),
                        one("mode", mode, "done", MODES, this::inMode).equals("live"),
                        one("threads", threads, "on", ON_OR_OFF, this::threaded).equals("on"),
                        one("mention", mention, "on", ON_OR_OFF, this::mentioning)
                                .equals("on")));
    }

    static RefPattern pattern(String branch) {
        try {
            return new RefPattern(branch);
        } catch (IllegalArgumentException faulty) {
            throw new Refusal("The branch " + Cited.of(branch) + " " + faulty.getMessage() + ".");
        }
    }

    private @Nullable String file() {
        if (pipeline != null && pipeline.length() > LONGEST_FILE) {
            throw new Refusal("No pipeline file has a name longer than " + LONGEST_FILE + " characters.");
        }
        if (pipeline != null && pipeline.endsWith("/")) {
            throw new Refusal(
                    Cited.of(pipeline) + " is a folder: a pipeline file is asked for, such as semaphore.yml.");
        }
        return pipeline;
    }

    private Set<Ending> endings() {
        var endings = EnumSet.noneOf(Ending.class);
        if (result != null) {
            for (var said : result.split(",", -1)) {
                var word = one("result", said.strip(), "", Ending.words(), near -> with(said, near));
                Ending.of(word).ifPresent(endings::add);
            }
        }
        return endings;
    }

    private static String one(
            String option,
            @Nullable String said,
            String unsaid,
            List<String> known,
            Function<String, SubscribeWords> instead) {
        if (said == null) {
            return unsaid;
        }
        var word = said.toLowerCase(Locale.ROOT);
        if (known.contains(word)) {
            return word;
        }
        throw new Refusal(
                option + "= cannot be " + Cited.of(said) + ": known are " + String.join(", ", known) + ".",
                Nearest.of(said, known, 3).stream()
                        .flatMap(near -> suggestion(near, instead.apply(near)).stream())
                        .toList());
    }

    /** Nothing, when something else is wrong too. */
    private static List<Suggestion> suggestion(String near, SubscribeWords meant) {
        try {
            return List.of(new Suggestion(near, meant.read()));
        } catch (Refusal alsoWrong) {
            return List.of();
        }
    }

    private SubscribeWords with(String said, String near) {
        var words = List.of(String.valueOf(result).split(",", -1)).stream()
                .map(word -> word.equals(said) ? near : word)
                .toList();
        return new SubscribeWords(project, branch, String.join(",", words), pipeline, mode, threads, mention);
    }

    private SubscribeWords inMode(String near) {
        return new SubscribeWords(project, branch, result, pipeline, near, threads, mention);
    }

    private SubscribeWords threaded(String near) {
        return new SubscribeWords(project, branch, result, pipeline, mode, near, mention);
    }

    private SubscribeWords mentioning(String near) {
        return new SubscribeWords(project, branch, result, pipeline, mode, threads, near);
    }
}
