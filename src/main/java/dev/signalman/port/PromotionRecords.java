package dev.signalman.port;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The bot's records of promotions that ran, by anybody. Semaphore may have deleted its own. */
public interface PromotionRecords {
    /**
     * A project's records, newest first.
     *
     * @param promotion null for every name
     */
    List<Kept> of(String projectId, @Nullable String promotion, int most);

    /** The record of a promoted pipeline; empty while it is unknown how it was made. */
    Optional<Kept> find(String pipelineId);

    /** How a promotion was made. */
    enum Way {
        HERE,
        /** By somebody, past the bot. */
        PAST,
        /** By Semaphore itself, as the pipeline's file says. */
        AUTOMATIC,
        /** Unknown, since it was seen too late. */
        UNTOLD
    }

    /**
     * A promotion that ran.
     *
     * @param pipelineId the promoted pipeline
     * @param parentId the pipeline that it was promoted from
     * @param at when it was triggered
     * @param who by name; empty when unknown
     * @param agreed names of the approvers, first vote first
     * @param alone who broke the glass, by name; null for nobody
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

        /** Who did it, to follow the act, e.g. {@code by Alice, approved by Bob and Carol}; empty when unknown. */
        public String spoken() {
            return switch (way) {
                case AUTOMATIC -> "automatically";
                case PAST -> "by " + (who.isEmpty() ? "someone" : who) + ", outside Signalman";
                case UNTOLD -> who.isEmpty() ? "" : "by " + who;
                case HERE -> "by " + who + (agreed.isEmpty() ? "" : ", approved by " + listed(agreed)) + glass();
            };
        }

        private String glass() {
            if (alone == null) {
                return "";
            }
            return alone.equals(who) ? " (break-glass)" : "; " + alone + " broke glass";
        }

        private static String listed(List<String> names) {
            var last = names.get(names.size() - 1);
            return names.size() == 1 ? last : String.join(", ", names.subList(0, names.size() - 1)) + " and " + last;
        }
    }
}
