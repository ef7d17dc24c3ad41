package dev.signalman.feature.promotions;

import dev.signalman.command.Promote;
import dev.signalman.domain.Pipeline;
import org.jspecify.annotations.Nullable;

/** Puts promotions into words. */
final class PromotionPhrases {
    private PromotionPhrases() {}

    /** What was chosen, in full. */
    static String chosen(Promote command, Pipeline pipeline, String project, @Nullable Pipeline newer) {
        var sentence = new StringBuilder("Promoting ")
                .append(project)
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
        sentence.append('.');
        if (newer != null) {
            sentence.append(" A newer pipeline there, commit ")
                    .append(newer.shortCommit())
                    .append(", ")
                    .append(newer.done() ? newer.ended() : "is still running")
                    .append('.');
        }
        return sentence.toString();
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
