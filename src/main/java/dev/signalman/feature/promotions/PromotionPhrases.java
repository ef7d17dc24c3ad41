package dev.signalman.feature.promotions;

import dev.signalman.command.Promote;
import dev.signalman.domain.Pipeline;
import org.jspecify.annotations.Nullable;

/** Puts promotions into words. */
final class PromotionPhrases {
    private PromotionPhrases() {}

    /** What was chosen, in full. */
    static String chosen(Promote command, Pipeline pipeline, String project, @Nullable Pipeline newer) {
        return "Promoting " + what(command, pipeline, project) + "." + after(newer);
    }

    /** What was chosen, in full, if no promotion of that name is known: only Semaphore can tell whether there is one. */
    static String tried(Promote command, Pipeline pipeline, String project, @Nullable Pipeline newer) {
        return "I don't know a promotion named \"" + command.promotion() + "\" there. Asking Semaphore to promote "
                + what(command, pipeline, project) + "." + after(newer);
    }

    private static String what(Promote command, Pipeline pipeline, String project) {
        var sentence = new StringBuilder(project)
                .append(" on ")
                .append(pipeline.ref().spoken())
                .append(", commit ")
                .append(pipeline.shortCommit())
                .append(title(pipeline))
                .append(", to ")
                .append(command.promotion());
        if (!command.parameters().isEmpty()) {
            sentence.append(" with ").append(String.join(", ", command.assignments()));
        }
        if (command.override()) {
            sentence.append(", although it hasn't passed (override)");
        }
        return sentence.toString();
    }

    private static String after(@Nullable Pipeline newer) {
        return newer == null
                ? ""
                : " A newer pipeline there, commit " + newer.shortCommit() + ", " + notPassed(newer) + ".";
    }

    /**
     * Who promoted to what and why, for the promoted pipeline's card. It is shortened so that the name is not cut off
     * there.
     */
    static String reason(Promote pinned, String name) {
        var with = pinned.parameters().isEmpty() ? "" : " with " + cut(String.join(", ", pinned.assignments()), 100);
        var glass = pinned.breakGlass() ? " (break-glass)" : "";
        var because = pinned.because() == null ? "" : ", because " + cut(pinned.because(), 200) + ",";
        return "Promoted to " + pinned.promotion() + with + glass + because + " by " + name;
    }

    /** Whether these words of {@link PromoteExecutor} say that Semaphore knows no such promotion. */
    static boolean saysUnknown(String words) {
        return words.startsWith("No promotion named ");
    }

    static String notPassed(Pipeline pipeline) {
        return pipeline.done() ? pipeline.ended() : "is still running";
    }

    private static String title(Pipeline pipeline) {
        return pipeline.commitTitle().isEmpty() ? "" : " (" + pipeline.commitTitle() + ")";
    }

    private static String cut(String text, int most) {
        return text.codePointCount(0, text.length()) <= most
                ? text
                : text.substring(0, text.offsetByCodePoints(0, most - 1)) + "…";
    }
}
