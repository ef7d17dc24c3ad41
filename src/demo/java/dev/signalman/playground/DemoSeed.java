package dev.signalman.playground;

import dev.signalman.feature.access.AccessRules;
import dev.signalman.playground.stage.DemoClock;
import dev.signalman.simulator.SimulatedSemaphore;
import dev.signalman.simulator.semaphore.Role;
import dev.signalman.simulator.semaphore.StoredNotification;
import dev.signalman.simulator.slack.AppFeatures;
import dev.signalman.simulator.slack.AppInstallation;
import dev.signalman.simulator.slack.Conversation;
import dev.signalman.simulator.slack.SimulatedPerson;
import dev.signalman.simulator.slack.SimulatedSlack;
import dev.signalman.simulator.slack.UserGroup;
import java.time.InstantSource;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The demo's initial people, channels and organization. */
final class DemoSeed {
    static final String ALICE = "U0ALICE";
    static final String BOB = "U0BOB";
    static final String CAROL = "U0CAROL";
    static final String DORA = "U0DORA";
    static final String PIA = "U0PIA";
    static final String GUEST = "U0GUEST";
    static final String PARTNER = "U0PARTNER";
    static final String DEPLOYS = "C0DEPLOYS";
    static final String BUILDS = "C0BUILDS";
    private static final String PARTNER_TEAM = "T0PARTNER";
    private static final String PLATFORM = "S0PLATFORM";
    /** Where the simulated Semaphore is met, and so whose links the bot is told of. */
    private static final String SEMAPHORE_HOST = "127.0.0.1";

    private static final String BOT_LOGIN = "signalman-bot";
    private static final String NOTIFICATION = "signalman";
    private static final int WEBHOOK_TIMEOUT = 5_000;
    private static final int WEBHOOK_RETRIES = 5;

    private final TourPace pace;

    DemoSeed(TourPace pace) {
        this.pace = pace;
    }

    /** People's roles by id, in display order. */
    static Map<String, String> roles() {
        var roles = new LinkedHashMap<String, String>();
        roles.put(ALICE, "developer");
        roles.put(BOB, "reviewer");
        roles.put(CAROL, "reviewer");
        roles.put(DORA, "on call");
        roles.put(PIA, "platform");
        roles.put(GUEST, "guest");
        roles.put(PARTNER, "partner org");
        return Collections.unmodifiableMap(roles);
    }

    /** The access rules. */
    static AccessRules access() {
        return new AccessRules(Map.of(
                "agents",
                List.of(PLATFORM),
                "override",
                List.of(DemoProjects.ONCALL),
                AccessRules.ASK_BY_AGENT,
                List.of(ALICE)));
    }

    SimulatedSlack workspace(InstantSource clock) {
        var slack =
                new SimulatedSlack(clock, AppInstallation.usual().showing(AppFeatures.USUAL.unfurling(SEMAPHORE_HOST)));
        slack.add(SimulatedPerson.member(slack.app().botUserId(), "Signalman").as(SimulatedPerson.Standing.BOT));
        slack.add(SimulatedPerson.member(ALICE, "Alice"));
        slack.add(SimulatedPerson.member(BOB, "Bob"));
        slack.add(SimulatedPerson.member(CAROL, "Carol"));
        slack.add(SimulatedPerson.member(DORA, "Dora"));
        slack.add(SimulatedPerson.member(PIA, "Pia"));
        slack.add(SimulatedPerson.member(GUEST, "Gus").as(SimulatedPerson.Standing.GUEST));
        slack.add(SimulatedPerson.member(PARTNER, "Priya").ofTeam(PARTNER_TEAM));
        slack.add(new UserGroup(PLATFORM, "platform", "Platform", List.of(PIA)));
        slack.add(new UserGroup(DemoProjects.ONCALL, "oncall", "On call", List.of(DORA)));
        slack.add(new UserGroup(DemoProjects.RELEASE, "release", "Release", List.of(BOB, CAROL, PIA)));
        slack.add(Conversation.open(DEPLOYS, "deploys", ALICE, BOB, CAROL, DORA, PIA, GUEST));
        slack.add(Conversation.open(BUILDS, "builds", ALICE, BOB, CAROL, DORA, PIA));
        slack.add(Conversation.open("C0WEBTEAM", "web-team", ALICE, BOB, CAROL));
        slack.add(Conversation.open("C0PARTNER", "partner-shared", ALICE, BOB, PARTNER)
                .shared());
        slack.add(Conversation.closed("C0INCIDENT", "incident-room", ALICE, DORA, PIA));
        List.of(DEPLOYS, BUILDS, "C0WEBTEAM", "C0PARTNER").forEach(slack::invite);
        List.of(ALICE, BOB, CAROL, DORA, PIA, GUEST).forEach(slack::direct);
        slack.add(Conversation.direct("D0ALICEBOB", ALICE, BOB));
        slack.add(Conversation.direct("G0REVIEW", ALICE, BOB, CAROL));
        return slack;
    }

    /**
     * Fills the organization and returns the bot's token.
     *
     * @param clock stands still at {@link DemoHistory#LENGTH} before now, and afterwards at now
     */
    String organization(SimulatedSemaphore semaphore, DemoClock clock) {
        semaphore.user(BOT_LOGIN).isEverywhere(Role.ADMIN);
        new DemoProjects(pace).plan(semaphore);
        new DemoHistory(semaphore, clock).happen();
        return semaphore.token(BOT_LOGIN);
    }

    /** Makes the notification and its secret, as the bot's {@code notifications connect} does. */
    static void connect(SimulatedSemaphore semaphore, String endpoint, String secret) {
        var creator = semaphore.user(BOT_LOGIN).id();
        var webhook = new StoredNotification.Webhook(endpoint, WEBHOOK_TIMEOUT, WEBHOOK_RETRIES, NOTIFICATION);
        semaphore.reading((organization, now) -> {
            organization
                    .secrets()
                    .add(organization.newId(), NOTIFICATION, Map.of("WEBHOOK_SECRET", secret), false, now);
            organization
                    .notifications()
                    .add(new StoredNotification(
                            organization.newId(),
                            NOTIFICATION,
                            creator,
                            now,
                            List.of(StoredNotification.Rule.of(List.of("/.*/"), webhook))));
            return true;
        });
    }
}
