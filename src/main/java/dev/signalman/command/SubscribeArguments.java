package dev.signalman.command;

import dev.signalman.domain.NearestName;
import dev.signalman.domain.PipelineEnding;
import dev.signalman.domain.RefPattern;
import dev.signalman.domain.SubscriptionFilter;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The unparsed arguments of {@code subscribe}; null for those not given. */
record SubscribeArguments(
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

    static SubscribeArguments of(CommandArguments commandArguments) {
        var project = commandArguments.project();
        return new SubscribeArguments(
                project == null ? null : project.project(),
                project == null ? null : project.branch(),
                commandArguments.option("result"),
                commandArguments.option("pipeline"),
                commandArguments.option("mode"),
                commandArguments.option("threads"),
                commandArguments.option("mention"));
    }

    Subscribe read() {
        return new Subscribe(
                project,
                new SubscriptionFilter(
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
            throw new Refusal("The branch " + QuotedText.of(branch) + " " + faulty.getMessage() + ".");
        }
    }

    private @Nullable String file() {
        if (pipeline != null && pipeline.length() > LONGEST_FILE) {
            throw new Refusal("A pipeline file's name has at most " + LONGEST_FILE + " characters.");
        }
        if (pipeline != null && pipeline.endsWith("/")) {
            throw new Refusal(QuotedText.of(pipeline) + " is a folder. Name a pipeline file, such as semaphore.yml.");
        }
        return pipeline;
    }

    private Set<PipelineEnding> endings() {
        var endings = EnumSet.noneOf(PipelineEnding.class);
        if (result != null) {
            for (var said : result.split(",", -1)) {
                var word = one("result", said.strip(), "", PipelineEnding.words(), near -> with(said, near));
                PipelineEnding.of(word).ifPresent(endings::add);
            }
        }
        return endings;
    }

    private static String one(
            String option,
            @Nullable String said,
            String unsaid,
            List<String> known,
            Function<String, SubscribeArguments> instead) {
        if (said == null) {
            return unsaid;
        }
        var word = said.toLowerCase(Locale.ROOT);
        if (known.contains(word)) {
            return word;
        }
        throw new Refusal(
                option + "= can't be " + QuotedText.of(said) + ". Use one of: " + String.join(", ", known) + ".",
                NearestName.of(said, known, 3).stream()
                        .flatMap(near -> suggestion(near, instead.apply(near)).stream())
                        .toList());
    }

    /** The suggestion; empty if another argument is invalid too. */
    private static List<Suggestion> suggestion(String near, SubscribeArguments meant) {
        try {
            return List.of(new Suggestion(near, meant.read()));
        } catch (Refusal alsoWrong) {
            return List.of();
        }
    }

    private SubscribeArguments with(String said, String near) {
        var words = List.of(String.valueOf(result).split(",", -1)).stream()
                .map(word -> word.equals(said) ? near : word)
                .toList();
        return new SubscribeArguments(project, branch, String.join(",", words), pipeline, mode, threads, mention);
    }

    private SubscribeArguments inMode(String near) {
        return new SubscribeArguments(project, branch, result, pipeline, near, threads, mention);
    }

    private SubscribeArguments threaded(String near) {
        return new SubscribeArguments(project, branch, result, pipeline, mode, near, mention);
    }

    private SubscribeArguments mentioning(String near) {
        return new SubscribeArguments(project, branch, result, pipeline, mode, threads, near);
    }
}
