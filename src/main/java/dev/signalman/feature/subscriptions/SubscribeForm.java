package dev.signalman.feature.subscriptions;

import dev.signalman.card.Choice;
import dev.signalman.card.Field;
import dev.signalman.card.Form;
import dev.signalman.command.Cited;
import dev.signalman.command.Subscribe;
import dev.signalman.dispatch.FormFor;
import dev.signalman.dispatch.Invocation;
import dev.signalman.dispatch.Origin;
import dev.signalman.dispatch.Submission;
import dev.signalman.dispatch.UnfitException;
import dev.signalman.domain.Ending;
import dev.signalman.domain.RefPattern;
import dev.signalman.domain.Wanted;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Asks what a channel shall hear, where {@code subscribe} was said alone; what was said with it is chosen already. */
final class SubscribeForm implements FormFor<Subscribe> {
    private static final String PROJECT = "project";
    private static final String BRANCH = "branch";
    private static final String RESULT = "result";
    private static final String FILE = "pipeline";
    private static final String MODE = "mode";
    private static final String THREADS = "threads";
    private static final String MENTION = "mention";

    private static final int LONGEST_FILE = 250;
    private static final List<Choice> RESULTS = List.of(
            new Choice("broken: the first failure after a pass", Ending.BROKEN.word()),
            new Choice("fixed: the first pass after a failure", Ending.FIXED.word()),
            Choice.of(Ending.PASSED.word()),
            Choice.of(Ending.FAILED.word()),
            Choice.of(Ending.STOPPED.word()),
            Choice.of(Ending.CANCELED.word()));
    private static final List<Choice> MODES =
            List.of(new Choice("Once they are done", "done"), new Choice("Live, from their start", "live"));
    private static final List<Choice> THREADED = List.of(
            new Choice("In the thread of the workflow's first message", "on"),
            new Choice("Each as a message of its own", "off"));

    private static final List<Choice> MENTIONS =
            List.of(new Choice("Mention its author, once", "on"), new Choice("Mention nobody", "off"));

    private final SeenBranches branches;

    @Inject
    SubscribeForm(SeenBranches branches) {
        this.branches = branches;
    }

    @Override
    public @Nullable Form form(Subscribe subscribe, Invocation asked) {
        var project = subscribe.project();
        if (project != null && !(asked.origin() instanceof Origin.Submitted)) {
            return null;
        }
        var wanted = subscribe.wanted();
        return new Form(
                "Subscribe this channel",
                "Subscribe",
                "",
                List.of(
                        new Field.LookedUp(
                                PROJECT, "Project", "", true, project == null ? null : Choice.of(project), true),
                        new Field.LookedUp(
                                BRANCH,
                                "Branch",
                                "Every one when left empty. A pattern will do too: release/* or /^v\\d+$/",
                                false,
                                wanted.ref() == null
                                        ? null
                                        : Choice.of(wanted.ref().text()),
                                false),
                        chosen(RESULT, "Results", "Every one when left empty.", RESULTS, results(wanted)),
                        new Field.Written(
                                FILE,
                                "Pipeline file",
                                "Every one when left empty; semaphore.yml for the pipelines that pushes start.",
                                false,
                                wanted.file(),
                                LONGEST_FILE,
                                false),
                        chosen(MODE, "Show pipelines", MODES, wanted.live() ? "live" : "done"),
                        chosen(THREADS, "Show later pipelines", THREADED, wanted.threads() ? "on" : "off"),
                        chosen(MENTION, "When one fails", MENTIONS, wanted.mention() ? "on" : "off")));
    }

    private static List<String> results(Wanted wanted) {
        return wanted.endings().stream().map(Ending::word).toList();
    }

    private static Field chosen(String name, String label, String hint, List<Choice> choices, List<String> initial) {
        return new Field.Chosen(name, label, hint, false, choices, initial, true);
    }

    private static Field chosen(String name, String label, List<Choice> choices, String initial) {
        return new Field.Chosen(name, label, "", true, choices, List.of(initial), false);
    }

    @Override
    public Subscribe completed(Subscribe subscribe, Submission filled) {
        var endings = filled.all(RESULT).stream()
                .map(Ending::of)
                .flatMap(Optional::stream)
                .collect(Collectors.toSet());
        return new Subscribe(
                filled.needed(PROJECT),
                new Wanted(
                        ref(filled.text(BRANCH)),
                        endings,
                        filled.text(FILE),
                        filled.needed(MODE).equals("live"),
                        filled.needed(THREADS).equals("on"),
                        filled.needed(MENTION).equals("on")));
    }

    private static @Nullable RefPattern ref(@Nullable String branch) {
        try {
            return branch == null ? null : new RefPattern(branch);
        } catch (IllegalArgumentException faulty) {
            throw UnfitException.of(BRANCH, Cited.of(branch) + " " + faulty.getMessage() + ".");
        }
    }

    @Override
    public List<Choice> choices(Subscribe subscribe, String field, String typed) {
        return field.equals(PROJECT) ? branches.projects(typed) : branches.of(subscribe.project(), typed);
    }

    @Override
    public Subscribe redrawn(Subscribe subscribe, String field, String value) {
        var wanted = subscribe.wanted();
        return field.equals(PROJECT)
                ? new Subscribe(
                        value,
                        new Wanted(
                                null,
                                wanted.endings(),
                                wanted.file(),
                                wanted.live(),
                                wanted.threads(),
                                wanted.mention()))
                : subscribe;
    }
}
