package dev.signalman.journal;

import dev.signalman.card.Card;
import dev.signalman.card.PipelineCard;
import dev.signalman.domain.PipelineState;

/** Which cards go first when Slack takes no more updates for now; kept by its rank. */
enum UpdateUrgency {
    /** It will not change again soon: pipelines that are done, and whatever somebody pressed. */
    DONE(0),
    /** Also messages about a request beside its one card. */
    RUNNING(1),
    QUEUED(2),
    /** Nothing happened but that time went by. */
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

    /** The less, the sooner. */
    int rank() {
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

    /** Of so many updates a minute, how many may be granted before one of this urgency. */
    int most(int perMinute) {
        return switch (this) {
            case DONE -> perMinute;
            case RUNNING, QUEUED -> perMinute - perMinute / 5;
            case OLDER -> perMinute / 2;
        };
    }
}
