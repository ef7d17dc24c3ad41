package dev.signalman.slack.outbound;

import static dev.signalman.slack.outbound.OutboundFixture.ALICE;
import static dev.signalman.slack.outbound.OutboundFixture.BOT;
import static dev.signalman.slack.outbound.OutboundFixture.BUILDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalman.chat.Messenger.Reach;
import dev.signalman.chat.MessengerException;
import dev.signalman.domain.Person.Standing;
import dev.signalman.simulator.slack.Conversation;
import dev.signalman.simulator.slack.SimulatedPerson;
import dev.signalman.simulator.slack.SlackFault;
import dev.signalman.simulator.slack.UserGroup;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class SlackPeopleTest {
    private final OutboundFixture at = new OutboundFixture();

    SlackPeopleTest() throws IOException {}

    @AfterEach
    void close() {
        at.close();
    }

    private Standing standing(SimulatedPerson person) {
        at.slack.add(person);
        return at.people.find(person.id()).standing();
    }

    @Test
    void onlyAFullMemberCountsAsMember() {
        assertThat(at.people.find(ALICE).standing()).isEqualTo(Standing.MEMBER);
        assertThat(at.people.find(ALICE).name()).isEqualToIgnoringCase("alice");
        var someone = SimulatedPerson.member("U1", "Someone");
        assertThat(standing(someone.as(SimulatedPerson.Standing.GUEST))).isEqualTo(Standing.GUEST);
        var other = SimulatedPerson.member("U2", "Other");
        assertThat(standing(other.as(SimulatedPerson.Standing.SINGLE_CHANNEL_GUEST)))
                .isEqualTo(Standing.GUEST);
        assertThat(standing(SimulatedPerson.member("U3", "Stan").ofTeam("T0OTHER")))
                .isEqualTo(Standing.STRANGER);
        assertThat(standing(SimulatedPerson.member("U4", "Robot").as(SimulatedPerson.Standing.BOT)))
                .isEqualTo(Standing.BOT);
        assertThat(standing(SimulatedPerson.member("U5", "Gone").whenDeactivated()))
                .isEqualTo(Standing.DEACTIVATED);
    }

    @Test
    void whoSlackDoesNotKnowIsUnknownAndAskedForAgain() {
        assertThat(at.people.find("U0NOBODY").standing()).isEqualTo(Standing.UNKNOWN);
        at.slack.add(SimulatedPerson.member("U0NOBODY", "Somebody"));
        assertThat(at.people.find("U0NOBODY").standing()).isEqualTo(Standing.MEMBER);
    }

    @Test
    void whoeverHasAnAddressIsFoundByItAndJudgedAlike() {
        at.slack.add(SimulatedPerson.member("U1", "Gus").as(SimulatedPerson.Standing.GUEST));
        at.slack.add(SimulatedPerson.member("U5", "Gone").whenDeactivated());

        assertThat(at.people.withEmail("alice@acme.example")).hasValueSatisfying(person -> {
            assertThat(person.userId()).isEqualTo(ALICE);
            assertThat(person.standing()).isEqualTo(Standing.MEMBER);
        });
        assertThat(at.people.withEmail("gus@acme.example").orElseThrow().standing())
                .isEqualTo(Standing.GUEST);
        assertThat(at.people.withEmail("gone@acme.example").orElseThrow().standing())
                .isEqualTo(Standing.DEACTIVATED);
        assertThat(at.people.withEmail("nobody@acme.example")).isEmpty();
    }

    @Test
    void thatSlackCannotSayWhoseAnAddressIsIsAFailureAndNotRemembered() {
        at.slack.faults().next("users.lookupByEmail", new SlackFault.Http(500));

        assertThatThrownBy(() -> at.people.withEmail("alice@acme.example")).isInstanceOf(MessengerException.class);
        assertThat(at.people.withEmail("alice@acme.example")).isPresent();
    }

    @Test
    void whileSlackCannotSayWhereTheBotIsAtHomeNobodyIsAMember() {
        at.slack.faults().next("auth.test", new SlackFault.Http(500));

        assertThat(at.people.find(ALICE).standing()).isEqualTo(Standing.UNKNOWN);
        assertThat(at.people.find(ALICE).standing()).isEqualTo(Standing.MEMBER);
    }

    @Test
    void aPersonIsRememberedForAMinute() {
        at.people.find(ALICE);
        at.slack.add(SimulatedPerson.member(ALICE, "Alice").whenDeactivated());
        at.clock.advance(Duration.ofSeconds(59));
        assertThat(at.people.find(ALICE).standing()).isEqualTo(Standing.MEMBER);
        at.clock.advance(Duration.ofSeconds(1));
        assertThat(at.people.find(ALICE).standing()).isEqualTo(Standing.DEACTIVATED);
    }

    @Test
    void aGroupHasItsMembersAndAnUnreadableOneIsAFailure() {
        at.slack.add(new UserGroup("S0PLATFORM", "platform", "Platform", List.of(ALICE)));

        assertThat(at.people.inGroup(ALICE, "S0PLATFORM")).isTrue();
        assertThat(at.people.inGroup("U1", "S0PLATFORM")).isFalse();
        assertThatThrownBy(() -> at.people.inGroup(ALICE, "S0NONE")).isInstanceOf(MessengerException.class);
    }

    @Test
    void aGroupThatIsToldInPartsIsReadToItsEnd() {
        at.slack.add(new UserGroup("S0ALL", "all", "All", List.of("U1", "U2", "U3", "U4", ALICE)));
        at.slack.restrictions().tellsMembersBy(2);

        assertThat(at.people.inGroup(ALICE, "S0ALL")).isTrue();
        assertThat(new SlackRoster(at.web).members("S0ALL")).hasSize(5).contains(ALICE);
    }

    @Test
    void halfAGroupIsAFailure() {
        at.slack.add(new UserGroup("S0ALL", "all", "All", List.of("U1", "U2", ALICE)));
        at.slack.restrictions().tellsMembersBy(2);
        at.slack.faults().next("usergroups.users.list", new SlackFault.Slow(Duration.ZERO));
        at.slack.faults().next("usergroups.users.list", new SlackFault.Refused("invalid_cursor"));

        assertThatThrownBy(() -> at.people.inGroup("U1", "S0ALL")).isInstanceOf(MessengerException.class);
    }

    @Test
    void aQuestionOverAConnectionThatWasClosedMeanwhileIsAskedOnceMore() {
        at.slack.faults().next("users.info", new SlackFault.ConnectionLost());
        assertThat(at.people.find(ALICE).standing()).isEqualTo(Standing.MEMBER);

        at.slack.faults().next("conversations.info", new SlackFault.ConnectionLost(), 2);
        assertThatThrownBy(() -> at.messenger.reach(BUILDS)).isInstanceOf(MessengerException.class);
    }

    @Test
    void theBotKnowsWhereItMayPostAndWhoReadsThat() {
        at.slack.add(Conversation.open("C1", "open", ALICE));
        at.slack.add(Conversation.closed("C2", "closed", ALICE));
        at.slack.add(Conversation.closed("C3", "invited", ALICE, BOT));
        at.slack.add(Conversation.open("C4", "shared", ALICE, BOT).shared());
        at.slack.add(Conversation.open("C5", "old", ALICE, BOT).whenArchived());
        at.slack.add(Conversation.direct("D1", ALICE, "U9"));

        assertThat(at.messenger.reach(BUILDS)).isEqualTo(new Reach(true, true, false));
        assertThat(at.messenger.reach("C1")).isEqualTo(new Reach(true, false, false));
        assertThat(at.messenger.reach("C2")).isEqualTo(new Reach(false, false, true));
        assertThat(at.messenger.reach("C3")).isEqualTo(new Reach(true, true, false));
        assertThat(at.messenger.reach("C4")).isEqualTo(new Reach(true, true, true));
        assertThat(at.messenger.reach("C5").mayPost()).isFalse();
        assertThat(at.messenger.reach("D1").mayPost()).isFalse();
    }
}
