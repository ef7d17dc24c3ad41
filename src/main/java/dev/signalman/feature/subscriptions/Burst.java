package dev.signalman.feature.subscriptions;

import dev.signalman.domain.Result;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Many builds of a project that a channel was told about within a minute. From the sixth on they share a message.
 *
 * @param id the first pipeline without a message of its own
 * @param since when the first build came
 * @param last when the latest build came
 * @param builds all of them, in the order in which they came
 */
record Burst(String channel, String id, Instant since, Instant last, List<Build> builds) {
    /** A channel shows this many builds of a project within {@link #WINDOW} one by one: about a screenful. */
    static final int ONE_BY_ONE = 5;

    /** People read a few messages a minute. */
    static final Duration WINDOW = Duration.ofMinutes(1);

    /** After this the next builds get a new message, since the old one is far up in the channel. */
    static final Duration LONGEST = Duration.ofMinutes(30);

    /** Keeps its own copy. */
    Burst {
        builds = List.copyOf(builds);
    }

    /**
     * A build as last read.
     *
     * @param result null until it is done
     * @param branch the branch, tag or pull request
     * @param author empty when unknown
     */
    record Build(
            String pipelineId,
            String workflowId,
            @Nullable Result result,
            String branch,
            String commit,
            String title,
            String author,
            Instant created) {
        /** This build with a result. */
        Build ended(Result found) {
            return new Build(pipelineId, workflowId, found, branch, commit, title, author, created);
        }
    }

    /** The builds that are not done. */
    List<Build> running() {
        return builds.stream().filter(build -> build.result() == null).toList();
    }

    /** The same burst with builds as read anew. */
    Burst with(List<Build> readAnew) {
        return new Burst(channel, id, since, last, readAnew);
    }

    /** When no further build joins, unless one comes before. */
    Instant closes() {
        var quiet = last.plus(WINDOW);
        var old = since.plus(LONGEST);
        return quiet.isBefore(old) ? quiet : old;
    }
}
