package dev.signalman.app.policy;

import dev.signalman.domain.GitRef;
import dev.signalman.domain.Project;
import dev.signalman.domain.Result;
import dev.signalman.feature.locks.GivenLock;
import dev.signalman.ruling.Vote;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request, what is known about it, and what should become of it.
 *
 * @param name says what the case shows
 * @param place file and line
 * @param promotion empty where the file that starts decides
 * @param from the file of the pipeline that is promoted
 * @param starts the file that starts; null when unknown
 * @param result of the pipeline that is promoted; null while it runs
 * @param by id of the person who asks or starts it, or what started it
 * @param contributors ids or names of those who wrote or pushed what ships; null when not told
 * @param glass who breaks the glass; null for nobody
 * @param overtaken whether a newer pipeline was promoted since the request
 * @param because words that the judgements must contain
 */
record PolicyCase(
        String name,
        String place,
        CaseAction way,
        Project project,
        String promotion,
        GitRef ref,
        String from,
        @Nullable String starts,
        @Nullable Result result,
        Map<String, String> parameters,
        boolean override,
        String by,
        @Nullable List<String> contributors,
        List<Vote> votes,
        List<GivenLock> locks,
        @Nullable Glass glass,
        boolean overtaken,
        Instant at,
        CaseOutcome expected,
        List<String> because,
        CaseWorkspace workspace) {
    /** What starts a deploy that nobody started. */
    static final String SCHEDULE = "schedule";

    /** What starts a deploy that Semaphore promoted by itself. */
    static final String AUTO_PROMOTION = "auto_promotion";

    /** Who goes ahead alone, and why. */
    record Glass(String by, String because) {}

    /** Keeps its own copies. */
    PolicyCase {
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
        contributors = contributors == null ? null : List.copyOf(contributors);
        votes = List.copyOf(votes);
        locks = List.copyOf(locks);
        because = List.copyOf(because);
    }
}
