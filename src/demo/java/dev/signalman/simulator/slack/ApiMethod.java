package dev.signalman.simulator.slack;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A method of the Web API.
 *
 * @param scope the scope that the token needs; null for none
 * @param perMinute rate limit per minute
 * @param appLevel whether it takes an app-level token, in the header only, instead of the bot's
 * @param answer carries out the call; returns the fields beside {@code ok:true}, or throws a {@link SlackRefusal}
 */
record ApiMethod(
        String name,
        @Nullable String scope,
        int perMinute,
        boolean appLevel,
        Function<MethodArguments, ObjectNode> answer) {
    /** One page of Slack says tier 1, which allows small bursts, a newer one tier 3: a value between them. */
    static final int TIER_1_OR_3 = 10;

    static final int TIER_2 = 20;
    static final int TIER_3 = 50;
    static final int TIER_4 = 100;
    static final int SPECIAL = 600;

    /** A method for the bot's token. */
    ApiMethod(String name, @Nullable String scope, int perMinute, Function<MethodArguments, ObjectNode> answer) {
        this(name, scope, perMinute, false, answer);
    }
}
