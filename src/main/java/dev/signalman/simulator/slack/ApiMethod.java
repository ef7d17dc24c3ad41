package dev.signalman.simulator.slack;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A method of the Web API.
 *
 * @param scope what the token needs, null for nothing
 * @param perMinute how often it may be called a minute
 * @param appLevel whether it takes an app-level token instead of the bot's, and that in the header alone
 * @param answer what it does; gives the fields beside {@code ok:true}, or throws a {@link SlackRefusal}
 */
record ApiMethod(
        String name,
        @Nullable String scope,
        int perMinute,
        boolean appLevel,
        Function<MethodArguments, ObjectNode> answer) {
    /** One page says tier 1, which tolerates small bursts, a newer one tier 3: something between them. */
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
