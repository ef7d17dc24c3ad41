package dev.signalman.feature.deploys;

import dev.signalman.domain.Pipeline;
import dev.signalman.domain.Promotion;
import dev.signalman.domain.Trigger;
import dev.signalman.port.AccountNames;
import dev.signalman.port.PipelineStartNotes;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

/**
 * Names who promoted: the person who asked the bot, or else Semaphore's user, which for the bot's acts is only the
 * token's owner.
 */
final class PromoterNames {
    private static final String BY = " by ";

    private final PipelineStartNotes startNotes;
    private final AccountNames accountNames;

    @Inject
    PromoterNames(PipelineStartNotes startNotes, AccountNames accountNames) {
        this.startNotes = startNotes;
        this.accountNames = accountNames;
    }

    /** For example {@code by Bob}; empty when unknown. */
    String of(String triggeredBy, @Nullable String pipelineId, @Nullable Pipeline pipeline) {
        var note = pipelineId == null ? "" : startNotes.of(pipelineId);
        int name = note.lastIndexOf(BY);
        if (name >= 0) {
            return note.substring(name + 1);
        }
        if (triggeredBy.equals(Promotion.AUTOMATIC) || automatic(pipeline)) {
            return "automatically";
        }
        var account = pipeline == null ? null : pipeline.trigger().userId();
        return pipeline == null || account == null ? "" : "by " + accountNames.nameOf(pipeline.projectId(), account);
    }

    private static boolean automatic(@Nullable Pipeline pipeline) {
        return pipeline != null && pipeline.trigger().kind() == Trigger.Kind.AUTO_PROMOTION;
    }
}
