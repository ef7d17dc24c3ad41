package dev.signalman.subject;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the bot has written down of promotions that ran, whoever made them. Semaphore may have forgotten them since. */
public interface PromotionRecords {
    /**
     * Those of a project, the newest first.
     *
     * @param promotion null for those of every name
     */
    List<Kept> of(String projectId, @Nullable String promotion, int most);

    /** How a promotion came to be. */
    enum Way {
        /** By an act of the bot. */
        HERE,
        /** Past the bot, by somebody. */
        PAST,
        /** By Semaphore itself, as the pipeline's file says. */
        AUTOMATIC,
        /** It was seen too late to tell. */
        UNTOLD
    }

    /**
     * A promotion that ran.
     *
     * @param pipelineId the promoted pipeline
     * @param parentId the pipeline that was promoted
     * @param at when it was asked for
     * @param who by name; empty where that is not known
     * @param agreed the names of those who agreed to it, the first one first
     * @param alone who broke the glass for it, by name; null when nobody did
     */
    record Kept(
            String pipelineId,
            String parentId,
            String projectId,
            String promotion,
            @Nullable Instant at,
            Way way,
            String who,
            List<String> agreed,
            @Nullable String alone) {
        /** Keeps its own copy. */
        public Kept {
            agreed = List.copyOf(agreed);
        }

        /** Who it was, to be read behind what was done, e.g. {@code by Alice, approved by Bob and Carol}; empty when nobody can tell. */
        public String spoken() {
            return switch (way) {
                case AUTOMATIC -> "by itself";
                case PAST -> "by " + (who.isEmpty() ? "somebody" : who) + ", past Signalman";
                case UNTOLD -> who.isEmpty() ? "" : "by " + who;
                case HERE -> "by " + who + (agreed.isEmpty() ? "" : ", approved by " + listed(agreed)) + glass();
            };
        }

        private String glass() {
            if (alone == null) {
                return "";
            }
            return alone.equals(who) ? ", who broke the glass" : "; " + alone + " broke the glass";
        }

        private static String listed(List<String> names) {
            var last = names.get(names.size() - 1);
            return names.size() == 1 ? last : String.join(", ", names.subList(0, names.size() - 1)) + " and " + last;
        }
    }
}
