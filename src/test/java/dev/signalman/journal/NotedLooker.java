package dev.signalman.journal;

import dev.signalman.dispatch.Look;
import dev.signalman.dispatch.Looker;
import dev.signalman.dispatch.Watched;
import java.util.List;
import java.util.function.Function;

/** Notes what it is asked to look at, and sees what it is told. */
record NotedLooker(Watched.Kind kind, List<String> looked, Function<Watched, Look> sees) implements Looker {
    @Override
    public Look at(Watched watched) {
        looked.add(watched.id());
        return sees.apply(watched);
    }
}
