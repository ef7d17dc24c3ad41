package dev.signalman.ruling;

import dev.signalman.domain.Actor;
import dev.signalman.domain.GitRef;
import dev.signalman.domain.Pipeline;
import dev.signalman.domain.PipelineState;
import dev.signalman.domain.Place;
import dev.signalman.domain.Project;
import dev.signalman.domain.Result;
import dev.signalman.domain.Trigger;
import java.util.List;
import java.util.Map;

/** Wishes of Alice's, for tests of rules. */
public final class SampleWishes {
    public static final Actor ALICE = new Actor("U0ALICE", "Alice", "T0HOME");
    public static final Project WEB = new Project("p1", "web", "", "", ".semaphore/semaphore.yml");

    private SampleWishes() {}

    /** A wish to promote a passed pipeline of web to production, under these policies. */
    public static Wish production(Policy... policies) {
        return production(Map.of(), policies);
    }

    /** Adds parameters. */
    public static Wish production(Map<String, String> parameters, Policy... policies) {
        return new Wish(
                "production",
                WEB,
                new DeployStart.Promotion(pipeline(Result.PASSED, "switch")),
                parameters,
                false,
                null,
                ALICE,
                Place.channel("C0DEPLOYS"),
                List.of(policies),
                null,
                List.of());
    }

    /** Changes how the deploy starts. */
    public static Wish starting(Wish wish, DeployStart start, boolean override) {
        return new Wish(
                wish.promotion(),
                wish.project(),
                start,
                wish.parameters(),
                override,
                wish.breakGlass(),
                wish.requester(),
                wish.place(),
                wish.policies(),
                wish.opened(),
                wish.votes());
    }

    /** A finished pipeline of web on main. */
    public static Pipeline pipeline(Result result, String switchId) {
        return new Pipeline(
                "6ac4a0d3-3a27-4b3a-9a29-0e0e5a3c1f10",
                "Build and test",
                "w1",
                WEB.id(),
                GitRef.branch("main"),
                "9f1c2ab0000000000000000000000000000000ff",
                "Round invoices",
                ".semaphore/semaphore.yml",
                PipelineState.DONE,
                result,
                null,
                switchId,
                null,
                null,
                "",
                "",
                new Pipeline.Times(null, null, null, null, null),
                new Trigger(Trigger.Kind.UNKNOWN, null, null),
                List.of(),
                List.of());
    }
}
