package dev.signalman.engine.cards;

import dev.signalman.card.Card;
import dev.signalman.card.PipelineCard;
import dev.signalman.domain.PipelineState;

/** Priority of updates when Slack accepts no more for now; stored by rank. */
public enum UpdateUrgency {
    /** Final changes: finished pipelines, and pressed cards. */
    DONE(0),
    /** Also copies and reminders of requests. */
    RUNNING(1),
    QUEUED(2),
    /** Mere ageing. */
    OLDER(3);

    private final int rank;

    UpdateUrgency(int rank) {
        this.rank = rank;
    }

    static UpdateUrgency ranked(int rank) {
        for (var urgency : values()) {
            if (urgency.rank == rank) {
                return urgency;
            }
        }
        throw new IllegalArgumentException("Nothing has the rank " + rank);
    }

    /** Lower goes first. */
    public int rank() {
        return rank;
    }

    static UpdateUrgency of(Card card) {
        if (!(card instanceof PipelineCard pipeline)) {
            return DONE;
        }
        var state = pipeline.pipeline().state();
        if (state.done()) {
            return DONE;
        }
        return state == PipelineState.RUNNING || state == PipelineState.STOPPING ? RUNNING : QUEUED;
    }

    /** How many updates a minute may be granted before one of this urgency has to wait. */
    int most(int perMinute) {
        return switch (this) {
            case DONE -> perMinute;
            case RUNNING, QUEUED -> perMinute - perMinute / 5;
            case OLDER -> perMinute / 2;
        };
    }
}
