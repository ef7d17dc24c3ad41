package dev.signalman.harness;

import dev.signalman.simulator.slack.Conversation;
import dev.signalman.simulator.slack.SimulatedPerson;
import dev.signalman.simulator.slack.SimulatedSlack;
import dev.signalman.simulator.slack.UserGroup;
import java.util.List;

/** The people and channels of dialogues. */
public final class WorkspaceFixture {
    public static final String ALICE = "U0ALICE";
    public static final String BOB = "U0BOB";
    /** In the group {@link #PLATFORM}, which may change agent types. */
    public static final String CAROL = "U0CAROL";
    /** A guest. */
    public static final String GUS = "U0GUEST";
    /** From another organization, only in {@link #SHARED}. */
    public static final String STRANGER = "U0STRANGER";

    public static final String PLATFORM = "S0PLATFORM";
    /** {@link #BOB}, {@link #CAROL} and {@link #ALICE}. */
    public static final String RELEASE = "S0RELEASE";

    public static final String DEPLOYS = "C0DEPLOYS";
    public static final String BUILDS = "C0BUILDS";
    /** Shared with another organization. */
    public static final String SHARED = "C0SHARED";
    /** Private, without the bot. */
    public static final String SECRET = "C0SECRET";

    private WorkspaceFixture() {}

    static void settle(SimulatedSlack slack) {
        slack.add(SimulatedPerson.member(ALICE, "Alice"));
        slack.add(SimulatedPerson.member(BOB, "Bob"));
        slack.add(SimulatedPerson.member(CAROL, "Carol"));
        slack.add(SimulatedPerson.member(GUS, "Gus").as(SimulatedPerson.Standing.GUEST));
        slack.add(SimulatedPerson.member(STRANGER, "Stranger").ofTeam("T0OTHER"));
        slack.add(new UserGroup(PLATFORM, "platform", "Platform", List.of(CAROL)));
        slack.add(new UserGroup(RELEASE, "release", "Release", List.of(ALICE, BOB, CAROL)));
        slack.add(Conversation.open(DEPLOYS, "deploys", ALICE, BOB, CAROL, GUS));
        slack.add(Conversation.open(BUILDS, "builds", ALICE, BOB, CAROL));
        slack.add(Conversation.open(SHARED, "shared", ALICE, BOB, STRANGER).shared());
        slack.add(Conversation.closed(SECRET, "secret", ALICE, BOB));
        List.of(DEPLOYS, BUILDS, SHARED).forEach(slack::invite);
    }
}
