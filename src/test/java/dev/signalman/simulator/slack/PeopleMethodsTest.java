package dev.signalman.simulator.slack;

import static dev.signalman.simulator.slack.SlackFixture.ALICE;
import static dev.signalman.simulator.slack.SlackFixture.BUILDS;
import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.model.User;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PeopleMethodsTest {
    private final SlackFixture at = new SlackFixture();

    PeopleMethodsTest() throws IOException {}

    @AfterEach
    void close() {
        at.close();
    }

    private User user(String id) throws Exception {
        return at.methods().usersInfo(r -> r.user(id)).getUser();
    }

    @Test
    void aPersonIsDescribedAsSlackDoes() throws Exception {
        var alice = user(ALICE);

        assertThat(alice.getTeamId()).isEqualTo("T0ACME");
        assertThat(alice.getName()).isEqualTo("alice");
        assertThat(alice.getProfile().getRealName()).isEqualTo("Alice");
        assertThat(alice.isBot()).isFalse();
        assertThat(alice.isRestricted()).isFalse();
        assertThat(alice.isStranger()).isFalse();
        assertThat(alice.getEnterpriseUser()).isNull();
        assertThat(at.methods().usersInfo(r -> r.user("U0NOBODY")).getError()).isEqualTo("user_not_found");
    }

    @Test
    void kindsOfAccountsAreToldApart() throws Exception {
        at.slack.add(SimulatedPerson.member("U0ONE", "One").as(SimulatedPerson.Standing.SINGLE_CHANNEL_GUEST));
        at.slack.add(SimulatedPerson.member("U0BOSS", "Boss").as(SimulatedPerson.Standing.ADMIN));
        at.slack.add(SimulatedPerson.member("U0GONE", "Gone").whenDeactivated());

        assertThat(user("U0GUEST").isRestricted()).isTrue();
        assertThat(user("U0GUEST").isUltraRestricted()).isFalse();
        assertThat(user("U0ONE").isRestricted()).isTrue();
        assertThat(user("U0ONE").isUltraRestricted()).isTrue();
        assertThat(user("U0BOSS").isAdmin()).isTrue();
        assertThat(user("U0GONE").isDeleted()).isTrue();
        assertThat(user("U0SIGNALMAN").isBot()).isTrue();
    }

    @Test
    void ofAClosedAccountSlackSaysLittle() throws Exception {
        at.slack.add(SimulatedPerson.member("U0GONE", "Gone")
                .as(SimulatedPerson.Standing.GUEST)
                .whenDeactivated());

        var gone = at.call("users.info", "{\"user\":\"U0GONE\"}").path("user");

        assertThat(gone.path("deleted").asBoolean()).isTrue();
        assertThat(gone.has("is_restricted")).isFalse();
        assertThat(gone.has("tz")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"channels:read", "groups:read", "im:read"})
    void eachKindOfPlaceIsDescribedUnderAScopeOfItsOwn(String scope) throws Exception {
        try (var narrow = new SlackFixture(AppInstallation.usual().granting(Set.of(scope)))) {
            narrow.slack.invite("C0SECRET");
            var places = Map.of(
                    "channels:read",
                    BUILDS,
                    "groups:read",
                    "C0SECRET",
                    "im:read",
                    narrow.slack.direct(ALICE).id());
            for (var place : places.entrySet()) {
                assertThat(narrow.methods()
                                .conversationsInfo(r -> r.channel(place.getValue()))
                                .isOk())
                        .as(place.getKey())
                        .isEqualTo(place.getKey().equals(scope));
            }
        }
    }

    @Test
    void oneOfAnotherWorkspaceIsNoStrangerWhereChannelsAreShared() throws Exception {
        at.slack.add(SimulatedPerson.member("U0FAR", "Far").ofTeam("T0FAR"));

        assertThat(user("U0STRANGER").getTeamId()).isEqualTo("T0OTHER");
        assertThat(user("U0STRANGER").isStranger()).isFalse();
        assertThat(user("U0FAR").isStranger()).isTrue();
    }

    @Test
    void anEnterpriseShowsOnItsPeople() throws Exception {
        try (var grid = new SlackFixture(AppInstallation.usual().inEnterprise("E0ACME"))) {
            assertThat(grid.methods()
                            .usersInfo(r -> r.user(ALICE))
                            .getUser()
                            .getEnterpriseUser()
                            .getEnterpriseId())
                    .isEqualTo("E0ACME");
        }
    }

    @Test
    void groupsListTheirMembers() throws Exception {
        at.slack.add(new UserGroup("S0RELEASE", "release", "Release", List.of(ALICE)));

        assertThat(at.methods()
                        .usergroupsUsersList(r -> r.usergroup("S0RELEASE"))
                        .getUsers())
                .containsExactly(ALICE);
        assertThat(at.methods()
                        .usergroupsList(r -> r.includeUsers(true))
                        .getUsergroups()
                        .get(0)
                        .getUsers())
                .containsExactly(ALICE);
        assertThat(at.methods().usergroupsUsersList(r -> r.usergroup("S0NONE")).getError())
                .isEqualTo("no_such_subteam");
    }

    @Test
    void aChannelTellsWhatItIsAndWhoIsInIt() throws Exception {
        var shared = at.methods().conversationsInfo(r -> r.channel("C0SHARED")).getChannel();

        assertThat(shared.isExtShared()).isTrue();
        assertThat(shared.isMember()).isTrue();
        assertThat(at.methods().conversationsInfo(r -> r.channel("C0SECRET")).getError())
                .isEqualTo("channel_not_found");
        assertThat(at.methods()
                        .conversationsInfo(r -> r.channel("C0OLD"))
                        .getChannel()
                        .isArchived())
                .isTrue();
        assertThat(at.methods().conversationsMembers(r -> r.channel(BUILDS)).getMembers())
                .contains(ALICE, "U0SIGNALMAN");
    }

    @Test
    void aDirectMessageIsOpenedByWhoMayWriteThem() throws Exception {
        try (var allowed = new SlackFixture(AppInstallation.usual().granting(Set.of("im:write")))) {
            assertThat(allowed.methods()
                            .conversationsOpen(r -> r.users(List.of(ALICE)))
                            .getChannel()
                            .getId())
                    .isEqualTo(allowed.slack.direct(ALICE).id());
        }
        assertThat(at.methods().conversationsOpen(r -> r.users(List.of(ALICE))).getError())
                .isEqualTo("missing_scope");
    }
}
