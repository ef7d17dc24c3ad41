package dev.signalman.simulator.slack;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A method of the Web API.
 *
 * @param scope what the token needs, null for nothing
 * @param perMinute how often it may be called a minute
 * @param answer what it does; gives the fields beside {@code ok:true}, or throws a {@link SlackRefusal}
 */
record ApiMethod(String name, @Nullable String scope, int perMinute, Function<Arguments, ObjectNode> answer) {
    static final int TIER_2 = 20;
    static final int TIER_3 = 50;
    static final int TIER_4 = 100;
    static final int SPECIAL = 600;
}
