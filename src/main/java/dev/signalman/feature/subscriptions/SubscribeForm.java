package dev.signalman.feature.subscriptions;

import dev.signalman.card.Field;
import dev.signalman.card.Form;
import dev.signalman.card.FormOption;
import dev.signalman.command.QuotedText;
import dev.signalman.command.Subscribe;
import dev.signalman.dispatch.CommandForm;
import dev.signalman.dispatch.FormSubmission;
import dev.signalman.dispatch.InvalidFormException;
import dev.signalman.dispatch.Invocation;
import dev.signalman.dispatch.Origin;
import dev.signalman.domain.PipelineEnding;
import dev.signalman.domain.RefPattern;
import dev.signalman.domain.SubscriptionFilter;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Asks in a form for a subscription if {@code subscribe} names no project. Given options are preselected. */
final class SubscribeForm implements CommandForm<Subscribe> {
    private static final String PROJECT = "project";
    private static final String BRANCH = "branch";
    private static final String RESULT = "result";
    private static final String FILE = "pipeline";
    private static final String MODE = "mode";
    private static final String THREADS = "threads";
    private static final String MENTION = "mention";

    private static final int LONGEST_FILE = 250;
    private static final List<FormOption> RESULTS = List.of(
            new FormOption("broken: first failure after a pass", PipelineEnding.BROKEN.word()),
            new FormOption("fixed: first pass after a failure", PipelineEnding.FIXED.word()),
            FormOption.of(PipelineEnding.PASSED.word()),
            FormOption.of(PipelineEnding.FAILED.word()),
            FormOption.of(PipelineEnding.STOPPED.word()),
            FormOption.of(PipelineEnding.CANCELED.word()));
    private static final List<FormOption> MODES =
            List.of(new FormOption("When they are done", "done"), new FormOption("Live, from the start", "live"));
    private static final List<FormOption> THREADED = List.of(
            new FormOption("In the thread of the workflow's first message", "on"),
            new FormOption("Each as its own message", "off"));

    private static final List<FormOption> MENTIONS =
            List.of(new FormOption("Mention the author once", "on"), new FormOption("Don't mention anyone", "off"));

    private final SubscribableBranches branches;

    @Inject
    SubscribeForm(SubscribableBranches branches) {
        this.branches = branches;
    }

    @Override
    public @Nullable Form form(Subscribe subscribe, Invocation asked) {
        var project = subscribe.project();
        if (project != null && !(asked.origin() instanceof Origin.Submitted)) {
            return null;
        }
        var subscriptionFilter = subscribe.wanted();
        return new Form(
                "Subscribe this channel",
                "Subscribe",
                "",
                List.of(
                        new Field.LookedUp(
                                PROJECT, "Project", "", true, project == null ? null : FormOption.of(project), true),
                        new Field.LookedUp(
                                BRANCH,
                                "Branch",
                                "Leave empty for all. Patterns work too: release/* or /^v\\d+$/",
                                false,
                                subscriptionFilter.ref() == null
                                        ? null
                                        : FormOption.of(subscriptionFilter.ref().text()),
                                false),
                        chosen(RESULT, "Results", "Leave empty for all.", RESULTS, results(subscriptionFilter)),
                        new Field.Written(
                                FILE,
                                "Pipeline file",
                                "Leave empty for all, or use semaphore.yml for pipelines started by pushes.",
                                false,
                                subscriptionFilter.file(),
                                LONGEST_FILE,
                                false),
                        chosen(MODE, "Post pipelines", MODES, subscriptionFilter.live() ? "live" : "done"),
                        chosen(THREADS, "Post later pipelines", THREADED, subscriptionFilter.threads() ? "on" : "off"),
                        chosen(MENTION, "When one fails", MENTIONS, subscriptionFilter.mention() ? "on" : "off")));
    }

    private static List<String> results(SubscriptionFilter subscriptionFilter) {
        return subscriptionFilter.endings().stream().map(PipelineEnding::word).toList();
    }

    private static Field chosen(
            String name, String label, String hint, List<FormOption> formOptions, List<String> initial) {
        return new Field.Chosen(name, label, hint, false, formOptions, initial, true);
    }

    private static Field chosen(String name, String label, List<FormOption> formOptions, String initial) {
        return new Field.Chosen(name, label, "", true, formOptions, List.of(initial), false);
    }

    @Override
    public Subscribe completed(Subscribe subscribe, FormSubmission filled) {
        var endings = filled.all(RESULT).stream()
                .map(PipelineEnding::of)
                .flatMap(Optional::stream)
                .collect(Collectors.toSet());
        return new Subscribe(
                filled.needed(PROJECT),
                new SubscriptionFilter(
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
            throw InvalidFormException.of(BRANCH, QuotedText.of(branch) + " " + faulty.getMessage() + ".");
        }
    }

    @Override
    public List<FormOption> choices(Subscribe subscribe, String field, String typed) {
        return field.equals(PROJECT) ? branches.projects(typed) : branches.of(subscribe.project(), typed);
    }

    @Override
    public Subscribe redrawn(Subscribe subscribe, String field, String value) {
        var subscriptionFilter = subscribe.wanted();
        return field.equals(PROJECT)
                ? new Subscribe(
                        value,
                        new SubscriptionFilter(
                                null,
                                subscriptionFilter.endings(),
                                subscriptionFilter.file(),
                                subscriptionFilter.live(),
                                subscriptionFilter.threads(),
                                subscriptionFilter.mention()))
                : subscribe;
    }
}
